#include "app/self_led.h"

#include "app/allow.h"
#include "app/carry_out.h"
#include "app/new_ids.h"
#include "app/open_shelf.h"
#include "app/parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "decision/evaluate.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

learning::TrainingRecorded recorded_of(Safelead& safelead, const OpenShelf& shelf, const Actor& actor,
                                       const learning::Topic& topic, const HowItWent& went)
{
    learning::TrainingRecorded training;
    training.by = actor.person;
    training.organisation = actor.organisation;
    training.topic = topic.id;
    training.kind = learning::Kind::e_learning;
    training.on = safelead.today();
    training.provider = "By themselves, with Safelead";
    const auto* guide = shelf.texts.find("guides", topic.guide);
    training.content_version =
        fmt::format("Guide {}, edition {}; {} situations after {}", guide->number.value_or(0), guide->edition,
                    went.of, safelead.packs().newest().edition().text());
    training.result = fmt::format("{} of {} situations: same as the advice {}, higher {}, lower {}",
                                  went.done(), went.of, went.same, went.higher, went.lower);
    return training;
}

}  // namespace

HowItWent how_it_went(Safelead& safelead, const Chosen& chosen)
{
    const auto& pack = safelead.packs().newest();
    HowItWent went;
    for (const auto& exercise : safelead.packs().exercises()) {
        ++went.of;
        const auto found = chosen.find(exercise.id);
        if (found == chosen.end()) continue;
        const auto advice = decision::evaluate(pack, exercise.facts);
        const auto how = decision::beside(pack, found->second, advice.route.text());
        if (how == decision::Beside::same) ++went.same;
        if (how == decision::Beside::higher) ++went.higher;
        if (how == decision::Beside::lower) ++went.lower;
    }
    return went;
}

const learning::Topic* self_led_topic(Safelead& safelead, const OpenShelf& shelf)
{
    if (safelead.packs().exercises().empty()) return nullptr;
    const auto& topics = shelf.training.topics;
    const auto found = std::ranges::find(topics, learning::SelfLed::yes, &learning::Topic::self_led);
    return found == topics.end() ? nullptr : &*found;
}

Later<Outcome<Done>> keep_self_led(Safelead& safelead, const OpenShelf& shelf, const Actor& actor,
                                   const CommandId& command, const Chosen& chosen)
{
    if (auto allowed = allow(actor, access::Action::learn); !allowed) return allowed;
    const auto* topic = self_led_topic(safelead, shelf);
    if (topic == nullptr) return refused<Done>(NotThere{});
    const auto went = how_it_went(safelead, chosen);
    if (went.done() == 0) return refused<Done>(learning::Refusal::nothing_answered);
    auto& parts = safelead.parts();
    auto& book = parts.learning();
    const auto training = recorded_of(safelead, shelf, actor, *topic, went);
    Said said{"keep self-led learning"};
    said(training.content_version);
    said(training.result);
    const NewIds ids{book.log(), actor.person.text(), command};
    const auto decide = [&parts, &book, person = actor.person, training]() -> Outcome<Writing> {
        const auto stream = stream_of_learner(person);
        if (book.is_stopped(stream)) return fail(RecordStopped{});
        const auto seen = book.learner(person);
        Writing writing;
        writing.expect(stream, seen.position);
        for (auto& event :
             SL_TRY(learning::decide(*seen.it, learning::RecordTraining{training}, parts.today())))
            writing.add(stream, ledger::shared_part(), std::move(event));
        return writing;
    };
    return carry_out(book, {ids.command(), said.bytes(), parts.now(), {}, decide})
        .then([](Outcome<Kept> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            return Done{};
        });
}

}  // namespace safelead::app
