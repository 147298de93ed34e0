#include "app/allow.h"
#include "app/carry_out.h"
#include "app/new_ids.h"
#include "app/open_shelf.h"
#include "app/parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/training_record.h"

namespace safelead::app {
namespace {

Later<Outcome<Done>> keep(Parts& parts, const Actor& actor, const CommandId& command, const Said& said,
                          const PersonId& person, learning::LearnerCommand what)
{
    auto& book = parts.learning();
    const NewIds ids{book.log(), actor.person.text(), command};
    const auto decide = [&parts, &book, person, what = std::move(what)]() -> Outcome<Writing> {
        const auto stream = stream_of_learner(person);
        if (book.is_stopped(stream)) return fail(RecordStopped{});
        const auto seen = book.learner(person);
        Writing writing;
        writing.expect(stream, seen.position);
        for (auto& event : SL_TRY(learning::decide(*seen.it, what, parts.today())))
            writing.add(stream, ledger::shared_part(), std::move(event));
        return writing;
    };
    return carry_out(book, {ids.command(), said.bytes(), parts.now(), {}, decide})
        .then([](Outcome<Kept> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            return Done{};
        });
}

Outcome<Done> is_of_their_organisation(Parts& parts, const Actor& actor, const PersonId& person)
{
    SL_TRY(allow(actor, access::Action::keep_training_record));
    if (parts.partnership()->roles_of(person, actor.organisation).is_empty()) return fail(NotThere{});
    return Done{};
}

}  // namespace

Later<Outcome<Done>> record_training(Safelead& safelead, const OpenShelf& shelf, const Actor& actor,
                                     const CommandId& command, const PersonId& person,
                                     learning::TrainingRecorded training)
{
    auto& parts = safelead.parts();
    if (auto allowed = is_of_their_organisation(parts, actor, person); !allowed) return allowed;
    if (shelf.training.topic(training.topic) == nullptr)
        return refused<Done>(learning::Refusal::no_such_topic);
    training.by = actor.person;
    training.organisation = actor.organisation;
    WordsGate gate;
    for (auto* text : {&training.provider, &training.content_version, &training.result, &training.evidence})
        gate(*text);
    Said said{"record training"};
    said(person);
    said(training.topic);
    said(training.kind);
    said(training.on);
    said(training.minutes);
    for (const auto* text :
         {&training.provider, &training.content_version, &training.result, &training.evidence})
        said(*text);
    return keep(parts, actor, command, said, person, learning::RecordTraining{std::move(training)});
}

Later<Outcome<Done>> strike_out_training(Safelead& safelead, const Actor& actor, const CommandId& command,
                                         const PersonId& person, int number, std::string why)
{
    auto& parts = safelead.parts();
    if (auto allowed = is_of_their_organisation(parts, actor, person); !allowed) return allowed;
    WordsGate{}(why);
    Said said{"strike out training"};
    said(person);
    said(number);
    said(why);
    return keep(parts, actor, command, said, person,
                learning::StrikeOutTraining{{number, actor.person, std::move(why)}});
}

Later<Outcome<Done>> confirm_guide(Safelead& safelead, const OpenShelf& shelf, const Actor& actor,
                                   const CommandId& command, const std::string& guide, int edition)
{
    if (auto allowed = allow(actor, access::Action::learn); !allowed) return allowed;
    const auto* text = shelf.texts.find("guides", guide);
    if (text == nullptr) return refused<Done>(NotThere{});
    if (text->edition != edition) return refused<Done>(learning::Refusal::other_edition);
    Said said{"confirm guide"};
    said(guide);
    said(edition);
    return keep(safelead.parts(), actor, command, said, actor.person,
                learning::ConfirmGuide{{actor.organisation, guide, edition}});
}

}  // namespace safelead::app
