#include "app/allow.h"
#include "app/open_shelf.h"
#include "app/parts.h"
#include "app/refused.h"
#include "app/training_record.h"
#include "directory/local_time.h"
#include "exchange/calendar_file.h"
#include "exchange/guide_pdf.h"

#include <fmt/format.h>

namespace safelead::app {
namespace {

guidance::Block block(guidance::Block::Kind kind, std::string words)
{
    return {kind, {{{guidance::Run::Kind::words, std::move(words)}}}, {}};
}

struct OnPaper {
    guidance::OpenText text;
    std::string above;
    std::string below;
};

OnPaper words_of(Safelead& safelead, const TrainingView& view, const std::string& name,
                 const learning::Topic* topic)
{
    const auto& planned = view.it->planned;
    const auto day = safelead.zone().local(planned.starts).wall.date;
    OnPaper paper;
    auto& text = paper.text;
    text.title = "Certificate of attendance";
    text.summary = "For training in safeguarding. It says who was there, not what they can do.";
    text.published = day;
    text.authors = {view.holder};
    text.blocks.push_back(block(guidance::Block::Kind::heading, name));
    text.blocks.push_back(
        block(guidance::Block::Kind::paragraph,
              fmt::format("was present at: {}", topic == nullptr ? "training" : topic->name)));
    text.blocks.push_back(block(guidance::Block::Kind::paragraph,
                                fmt::format("{}, {} minutes, {}", directory::long_date(day), planned.minutes,
                                            learning::kind_words(planned.kind))));
    text.blocks.push_back(block(guidance::Block::Kind::paragraph,
                                fmt::format("Held by {}. Trainer: {}.", view.holder, view.trainer)));
    paper.above = view.holder;
    paper.below = fmt::format(
        "Session {}. Content: {}. Made from the training record by Safelead on {}; the record, not this "
        "paper, "
        "is what counts.",
        planned.reference.text(), planned.content_version.empty() ? "not said" : planned.content_version,
        directory::long_date(safelead.today()));
    return paper;
}

}  // namespace

std::string training_calendar(const TrainingView& view)
{
    using exchange::CalendarStatus;
    const auto& planned = view.it->planned;
    return exchange::calendar_file(
        {.uid = fmt::format("{}@safelead", planned.reference.text()),
         .title = fmt::format("Training {}", planned.reference.text()),
         .where = planned.where,
         .stamp = view.it->planned_at,
         .starts = planned.starts,
         .lasts = std::chrono::minutes{planned.minutes},
         .status = view.it->cancelled ? CalendarStatus::cancelled : CalendarStatus::confirmed});
}

Later<Outcome<std::string>> certificate(Safelead& safelead, const OpenShelf& shelf, const Actor& actor,
                                        const learning::SessionReference& reference)
{
    using Answer = std::string;
    if (auto allowed = allow(actor, access::Action::learn); !allowed)
        return refused<Answer>(std::move(allowed).error());
    auto view = see_training(safelead, &actor, reference);
    if (!view) return refused<Answer>(std::move(view).error());
    if (!view->it->was_present(actor.person)) return refused<Answer>(learning::Refusal::was_not_there);
    const auto* topic = shelf.training.topic(view->it->planned.topic);
    auto drawing = safelead.parts().workers.run(
        [on_it = words_of(safelead, *view, actor.name, topic)]() -> Outcome<std::string> {
            auto pdf = exchange::one_page_pdf(
                on_it.text, {.language = "en-GB", .above = on_it.above, .below = on_it.below});
            if (!pdf) return fail(TooMuch{});
            return std::move(pdf).value();
        });
    if (!drawing) return refused<Answer>(Crowded{});
    return *std::move(drawing);
}

}  // namespace safelead::app
