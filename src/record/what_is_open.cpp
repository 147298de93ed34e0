#include "record/what_is_open.h"

#include "decision/evaluate.h"
#include "record/case_standing.h"

#include <algorithm>

namespace safelead::record {

namespace {

/// Under `pack` as it is now: the advice in the record may be older than the edition.
decision::Advice advice_on(const Case& of, const guidance::Pack& pack)
{
    return decision::evaluate(pack, facts_of(of));
}

const Established* answer_to(const Case& of, const guidance::FactId& fact)
{
    const auto found = of.answers.find(fact.text());
    return found == of.answers.end() ? nullptr : &found->second;
}

OpenQuestion open_question(const Case& of, const guidance::Question& question,
                           const std::vector<guidance::FactId>& decisive)
{
    OpenQuestion open{&question, Asked::never, false, answer_to(of, question.fact)};
    if (open.answer != nullptr) {
        open.asked = open.answer->value == guidance::unknown_value ? Asked::not_known : Asked::answered;
    }
    open.decisive = std::ranges::find(decisive, question.fact) != decisive.end();
    return open;
}

}  // namespace

std::vector<OpenQuestion> questions_of(const Case& of, const guidance::Pack& pack)
{
    const auto decisive = advice_on(of, pack).ask_next;
    std::vector<OpenQuestion> questions;
    for (const guidance::Question& question : pack.questions()) {
        if (question.type == guidance::AnswerType::ages) continue;
        questions.push_back(open_question(of, question, decisive));
    }
    const auto place = [&](const OpenQuestion& open) {
        const auto at = std::ranges::find(decisive, open.question->fact) - decisive.begin();
        if (open.decisive) return at;
        return std::ssize(decisive) + (open.asked == Asked::answered ? 1 : 0);
    };
    std::ranges::stable_sort(questions, {}, place);
    return questions;
}

std::vector<std::string> askable_at_once(const Case& of, const guidance::Pack& pack)
{
    std::vector<std::string> facts;
    for (const OpenQuestion& open : questions_of(of, pack)) {
        const auto fact = open.question->fact.text();
        if (!open.decisive || open.asked != Asked::never) continue;
        if (open.question->type != guidance::AnswerType::three_valued) continue;
        if (fact == "immediate_danger" || fact == "immediate_harm") continue;
        facts.emplace_back(fact);
    }
    return facts;
}

std::vector<CaseRef> not_yet_described(const Case& of)
{
    std::vector<CaseRef> refs;
    for (const CasePerson& person : of.people) {
        if (!person.described) refs.push_back(person.ref);
    }
    return refs;
}

std::vector<std::string> unknowns_to_say(const Case& of, const guidance::Pack& pack)
{
    std::vector<std::string> unknowns;
    for (const guidance::FactId& fact : advice_on(of, pack).ask_next) unknowns.emplace_back(fact.text());
    for (const CaseRef& ref : not_yet_described(of)) unknowns.push_back("role:" + std::string{ref.text()});
    return unknowns;
}

// The most urgent of the routes that do not refer is the one that consults; those below it ask nobody.
bool manages_alone(const guidance::Pack& pack, std::string_view route)
{
    int most_urgent = 0;
    bool referring = true;
    for (const guidance::Route& known : pack.routes()) {
        const bool refers = known.referral == guidance::Route::Referral::referring;
        if (!refers) most_urgent = std::max(most_urgent, known.severity);
        if (known.code.text() == route) referring = refers;
    }
    return !referring && urgency_of(pack, route) < most_urgent;
}

std::vector<const Task*> tasks_to_do(const Case& of)
{
    std::vector<const Task*> waiting;
    for (const Task& task : of.tasks) {
        if (task.state == TaskState::to_do) waiting.push_back(&task);
    }
    std::ranges::stable_sort(waiting, {}, [](const Task* task) { return task->set.due; });
    return waiting;
}

int urgency(const Case& of, const guidance::Pack& pack, Instant now)
{
    enum Order { closed, nothing_waits, something_waits, undecided, undecided_and_to_refer };
    constexpr int severities = 1'000;
    if (of.state == CaseState::closed) return closed;
    if (!of.advice) return undecided * severities;

    const decision::Advice& advice = of.advice->advice;
    const Decision* decision = of.decision();
    const auto waiting = tasks_to_do(of);
    Order order = nothing_waits;
    if (!waiting.empty() && waiting.front()->set.due < now) order = something_waits;
    if (decision != nullptr && decision->sign_off == SignOff::awaited) order = something_waits;
    if (decision == nullptr || decision->sign_off == SignOff::refused ||
        has_outgrown(*decision, pack, advice)) {
        order = is_for_an_agency(pack, advice) ? undecided_and_to_refer : undecided;
    }
    return order * severities + std::min(urgency_of(pack, advice.route.text()), severities - 1);
}

}  // namespace safelead::record
