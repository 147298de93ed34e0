#include "app/allow.h"
#include "app/carry_out.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/training.h"
#include "base/overloaded.h"
#include "base/text.h"
#include "crypto/random.h"
#include "record/talk_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

constexpr unsigned most_code_tries = 5;
constexpr std::chrono::minutes code_tries_window{30};
constexpr std::size_t most_marks = 1'000;

Outcome<Done> done_of(Outcome<Kept> kept)
{
    (void)SL_TRY(std::move(kept));
    return Done{};
}

/// Decides one command on a session as it is when it is carried out.
Later<Outcome<Kept>> keep(Parts& parts, const NewIds& ids, const Said& said,
                          const learning::SessionReference& reference, learning::SessionCommand command)
{
    auto& book = parts.learning();
    const auto decide = [&parts, &book, reference, command = std::move(command)]() -> Outcome<Writing> {
        const auto seen = book.session(reference);
        if (!seen) return fail(NotThere{});
        const auto stream = stream_of(seen->it->planned.session);
        if (book.is_stopped(stream)) return fail(RecordStopped{});
        Writing writing;
        writing.expect(stream, seen->position);
        for (auto& event : SL_TRY(learning::decide(*seen->it, command, parts.now())))
            writing.add(stream, ledger::shared_part(), std::move(event));
        return writing;
    };
    return carry_out(book, {ids.command(), said.bytes(), parts.now(), std::string{reference.text()}, decide});
}

NewIds ids_of(Parts& parts, const Actor& actor, const CommandId& command)
{
    return {parts.learning().log(), actor.person.text(), command};
}

Outcome<Done> allow_change(Safelead& safelead, const Actor& actor,
                           const learning::SessionReference& reference, access::Action action)
{
    const auto view = SL_TRY(see_training(safelead, &actor, reference));
    if (action == access::Action::run_training)
        return allow(actor, action, access::of_organisation(view.it->planned.organisation));
    return allow(actor, action);
}

/// Whose each of them is, in the directory as it is now: who is marked works where it says.
Outcome<Done> find_them(const directory::Partnership& partnership, const learning::Session& session,
                        std::vector<learning::ToMark>& marks)
{
    if (marks.size() > most_marks) return fail(TooMuch{});
    for (auto& one : marks) {
        const auto place = std::ranges::find(session.booked, one.person, &learning::Place::person);
        const auto waits = std::ranges::find(session.waiting, one.person, &learning::Place::person);
        const auto* mark = session.mark_of(one.person);
        one.organisation = place != session.booked.end()    ? place->organisation
                           : mark != nullptr                ? mark->organisation
                           : waits != session.waiting.end() ? waits->organisation
                                                            : session.planned.organisation;
        const auto* person = partnership.person(one.person);
        const bool is_known = place != session.booked.end() || waits != session.waiting.end() ||
                              mark != nullptr ||
                              !partnership.roles_of(one.person, session.planned.organisation).is_empty();
        if (person == nullptr || !is_known) return fail(NotThere{});
    }
    return Done{};
}

std::string new_code()
{
    const auto bytes = crypto::random_bytes(4);
    const auto word = [&](std::size_t at) {
        const auto number =
            static_cast<std::size_t>(bytes[at]) * 256 + static_cast<std::size_t>(bytes[at + 1]);
        return record::talk_words.at(number % record::talk_words.size());
    };
    return fmt::format("{} {}", word(0), word(2));
}

struct Prepared {
    learning::SessionCommand command;
    Said said;
};

Prepared prepare(const Actor& actor, TrainingChange change)
{
    return std::visit(Overloaded{
                          [&](learning::CancelSession cancel) {
                              cancel.by = actor.person;
                              WordsGate{}(cancel.why);
                              Said said{"cancel training"};
                              said(cancel.why);
                              return Prepared{std::move(cancel), said};
                          },
                          [&](const learning::BookPlace&) {
                              return Prepared{learning::BookPlace{actor.person, actor.organisation},
                                              Said{"book place"}};
                          },
                          [&](const learning::GiveUpPlace&) {
                              return Prepared{learning::GiveUpPlace{actor.person}, Said{"give up place"}};
                          },
                          [&](learning::KeepRegister keeping) {
                              keeping.by = actor.person;
                              Said said{"keep register"};
                              WordsGate gate;
                              for (auto& one : keeping.marks) gate(one.why);
                              for (const auto& one : keeping.marks) {
                                  said(one.person);
                                  said(one.mark);
                                  said(one.why);
                              }
                              return Prepared{std::move(keeping), said};
                          },
                          [&](learning::EvaluateSession evaluate) {
                              auto& evaluation = evaluate.evaluation;
                              evaluation.person = actor.person;
                              WordsGate{}(evaluation.words);
                              Said said{"evaluate training"};
                              said(evaluation.useful);
                              said(evaluation.sure);
                              said(evaluation.words);
                              return Prepared{std::move(evaluate), said};
                          },
                      },
                      std::move(change));
}

access::Action action_for(const TrainingChange& change)
{
    const bool runs = std::holds_alternative<learning::CancelSession>(change) ||
                      std::holds_alternative<learning::KeepRegister>(change);
    return runs ? access::Action::run_training : access::Action::learn;
}

}  // namespace

Later<Outcome<learning::SessionReference>> plan_training(Safelead& safelead,
                                                         const learning::Curriculum& curriculum,
                                                         const Actor& actor, const CommandId& command,
                                                         NewTraining planned)
{
    using Answer = learning::SessionReference;
    if (auto allowed = allow(actor, access::Action::run_training); !allowed)
        return refused<Answer>(std::move(allowed).error());
    if (curriculum.topic(planned.topic) == nullptr) return refused<Answer>(learning::Refusal::no_such_topic);
    auto& parts = safelead.parts();
    auto& book = parts.learning();
    const auto ids = ids_of(parts, actor, command);
    WordsGate gate;
    for (auto* text : {&planned.where, &planned.about, &planned.content_version}) gate(*text);
    Said said{"plan training"};
    said(planned.topic);
    said(planned.kind);
    said(planned.starts);
    said(planned.minutes);
    said(planned.where);
    said(planned.about);
    said(planned.content_version);
    said(planned.places);
    said(planned.audience);
    const auto id = ids.id<learning::SessionId>("training session");
    const auto shown = ids.reference('S', [&](const record::Reference& one) {
        const auto there = book.session(Answer{std::string{one.text()}});
        return there && there->it->planned.session != id;
    });
    const Answer reference{std::string{shown.text()}};
    const learning::PlanSession plan{{id, reference, actor.person, actor.organisation, planned.topic,
                                      planned.kind, actor.person, planned.starts, planned.minutes,
                                      planned.where, planned.about, planned.places, planned.audience,
                                      planned.content_version}};
    const auto decide = [&parts, id, plan]() -> Outcome<Writing> {
        Writing writing;
        writing.expect(stream_of(id), ledger::StreamPosition::start);
        for (auto& event : SL_TRY(learning::decide(learning::Session{}, plan, parts.now())))
            writing.add(stream_of(id), ledger::shared_part(), std::move(event));
        return writing;
    };
    return carry_out(book, {ids.command(), said.bytes(), parts.now(), std::string{reference.text()}, decide})
        .then([reference](Outcome<Kept> kept) -> Outcome<Answer> {
            (void)SL_TRY(std::move(kept));
            return reference;
        });
}

Later<Outcome<Done>> change_training(Safelead& safelead, const Actor& actor, const CommandId& command,
                                     const learning::SessionReference& reference, TrainingChange change)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow_change(safelead, actor, reference, action_for(change)); !allowed) return allowed;
    if (auto* keeping = std::get_if<learning::KeepRegister>(&change)) {
        const auto view = see_training(safelead, &actor, reference);
        if (!view) return Outcome<Done>{fail(view.error())};
        if (auto found = find_them(*parts.partnership(), *view->it, keeping->marks); !found) return found;
    }
    auto prepared = prepare(actor, std::move(change));
    return keep(parts, ids_of(parts, actor, command), prepared.said, reference, std::move(prepared.command))
        .then(done_of);
}

Later<Outcome<Done>> open_attendance_code(Safelead& safelead, const Actor& actor, const CommandId& command,
                                          const learning::SessionReference& reference)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow_change(safelead, actor, reference, access::Action::run_training); !allowed)
        return allowed;
    return keep(parts, ids_of(parts, actor, command), Said{"open attendance code"}, reference,
                learning::OpenCode{actor.person, new_code()})
        .then(done_of);
}

Later<Outcome<Done>> give_attendance_code(Safelead& safelead, const Actor& actor, const CommandId& command,
                                          const learning::SessionReference& reference,
                                          const std::string& typed)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow_change(safelead, actor, reference, access::Action::learn); !allowed)
        return allowed;
    auto tried = parts.tries->begin(
        {{fmt::format("attendance {} {}", reference.text(), actor.person.text()), most_code_tries}},
        parts.now());
    if (!tried) return Outcome<Done>{fail(learning::Refusal::too_many_tries)};
    const auto code = code_as_compared(typed);
    Said said{"give attendance code"};
    said(code);
    return keep(parts, ids_of(parts, actor, command), said, reference,
                learning::AttendByCode{actor.person, actor.organisation, code})
        .then([&parts, tried = std::move(tried)](Outcome<Kept> kept) -> Outcome<Done> {
            if (!kept) {
                const auto* why = std::get_if<learning::Refusal>(&kept.error());
                if (why != nullptr && *why == learning::Refusal::wrong_code)
                    tried->count(parts.now(), code_tries_window);
            }
            return done_of(std::move(kept));
        });
}

std::string code_as_compared(std::string_view typed)
{
    const auto small = ascii_lower(typed);
    std::string code;
    for (const char c : small) {
        const bool is_letter = c >= 'a' && c <= 'z';
        if (is_letter) {
            code += c;
        } else if (!code.empty() && code.back() != ' ') {
            code += ' ';
        }
    }
    if (code.ends_with(' ')) code.pop_back();
    return code;
}

}  // namespace safelead::app
