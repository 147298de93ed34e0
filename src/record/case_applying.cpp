#include "record/case_applying.h"

#include <algorithm>

namespace safelead::record {

namespace {

void add_once(std::vector<PersonId>& people, const PersonId& person)
{
    if (std::ranges::find(people, person) == people.end()) people.push_back(person);
}

CasePerson* find_person(Case& state, const CaseRef& ref)
{
    const auto found = std::ranges::find(state.people, ref, &CasePerson::ref);
    return found == state.people.end() ? nullptr : &*found;
}

void on(Case& state, const CaseOpened& opened, Instant at)
{
    state.id = opened.id;
    state.reference = opened.reference;
    state.opened_by = opened.by;
    state.lead = opened.by;
    state.opened_at = at;
    state.reported_on = opened.reported_on;
    state.edition = opened.edition;
    state.concerns = opened.concerns;
    state.state = CaseState::open;
}

void on(Case& state, const ConcernJoined& joined, Instant)
{
    state.concerns.push_back(joined.concern);
}

void on(Case& state, const PersonAdded& added, Instant)
{
    state.people.push_back(CasePerson{added.ref, added.child, added.called, std::nullopt});
    ++state.refs_used;
}

void on(Case& state, const PersonDescribed& described, Instant)
{
    if (CasePerson* person = find_person(state, described.ref)) person->described = described;
}

void on(Case& state, const PersonTakenOut& out, Instant)
{
    std::erase_if(state.people, [&](const CasePerson& person) { return person.ref == out.ref; });
}

void on(Case& state, const FactsAnswered& answered, Instant at)
{
    for (const FactAnswered& answer : answered.answers) {
        state.answers.insert_or_assign(answer.fact,
                                       Established{answer.value, answered.by, at, answered.told_by});
    }
}

void on(Case& state, const AdviceGiven& given, Instant)
{
    if (given.under == AdviceUnder::newest) {
        state.advice_newest = given;
        return;
    }
    // An agency gave back what it knew of; what is met since, it has not seen.
    if (state.advice && newly_met(state.advice->advice, given.advice)) state.given_back.reset();
    state.advice = given;
}

void on(Case& state, const Consulted& consulted, Instant)
{
    state.consultations.push_back(consulted);
}

void on(Case& state, const DecisionMade& made, Instant at)
{
    Decision decision{made, at, SignOff::not_needed, std::nullopt, std::nullopt, ""};
    if (made.needs_sign_off) decision.sign_off = SignOff::awaited;
    state.decisions.push_back(std::move(decision));
}

Decision* find_decision(Case& state, int number)
{
    const auto found =
        std::ranges::find_if(state.decisions, [&](const Decision& d) { return d.made.number == number; });
    return found == state.decisions.end() ? nullptr : &*found;
}

void on(Case& state, const DecisionSignedOff& signed_off, Instant)
{
    Decision* decision = find_decision(state, signed_off.number);
    if (decision == nullptr) return;
    decision->sign_off = SignOff::given;
    decision->signed_by = signed_off.by;
    decision->called = signed_off.called;
}

void on(Case& state, const SignOffRefused& refused, Instant)
{
    Decision* decision = find_decision(state, refused.number);
    if (decision == nullptr) return;
    decision->sign_off = SignOff::refused;
    decision->signed_by = refused.by;
    decision->refused_because = refused.reason;
}

void on(Case& state, const ReferralMade& referral, Instant)
{
    state.referrals.push_back(referral);
    state.given_back.reset();
}

void on(Case& state, const GivenBack& given_back, Instant)
{
    state.given_back = given_back;
}

void on(Case& state, const TaskSet& set, Instant at)
{
    state.tasks.push_back(Task{set, at, TaskState::to_do, std::nullopt, ""});
}

Task* find_task(Case& state, const TaskId& task)
{
    const auto found =
        std::ranges::find_if(state.tasks, [&](const Task& known) { return known.set.task == task; });
    return found == state.tasks.end() ? nullptr : &*found;
}

void on(Case& state, const OwnTaskSet& own, Instant at)
{
    TaskSet set{own.task, "", own.words, "dsl", own.due, "", guidance::Standing::project_rule};
    state.tasks.push_back(Task{.set = std::move(set),
                               .set_at = at,
                               .state = TaskState::to_do,
                               .settled_at = std::nullopt,
                               .note = "",
                               .owner = own.owner,
                               .set_by = own.by,
                               .clock = own.clock,
                               .passed_up_to = {}});
}

void on(Case& state, const TaskGiven& given, Instant)
{
    if (Task* task = find_task(state, given.task)) task->owner = given.to;
}

void on(Case& state, const TaskPassedUp& passed, Instant)
{
    if (Task* task = find_task(state, passed.task)) task->passed_up_to.push_back(passed.to);
}

void on(Case& state, const CaseHandedOver& handed, Instant)
{
    state.lead = handed.to;
    // Older entries handed a locked case to people whom the lock did not name. docs/adr/0248.
    if (!state.who_reads.locked_to.empty()) add_once(state.who_reads.locked_to, handed.to);
}

void on(Case& state, const PersonKeptOut& out, Instant)
{
    add_once(state.who_reads.kept_out, out.person);
}

void on(Case& state, const PersonLetBackIn& back, Instant)
{
    std::erase(state.who_reads.kept_out, back.person);
}

void on(Case& state, const CaseLocked& locked, Instant)
{
    for (const auto& person : {locked.by, state.lead, locked.with})
        add_once(state.who_reads.locked_to, person);
}

void on(Case& state, const ReaderNamed& named, Instant)
{
    add_once(state.who_reads.locked_to, named.person);
}

void on(Case& state, const CaseUnlocked&, Instant)
{
    state.who_reads.locked_to.clear();
}

void on(Case& state, const OpenedByForce& opened, Instant)
{
    state.who_reads.openings.push_back({opened.opening, opened.by, opened.until});
}

void forget_link(Case& state, const std::string& referral)
{
    std::erase_if(state.links, [&](const ReferralLink& one) { return one.referral == referral; });
}

void on(Case& state, const ReferralLinkMade& made, Instant)
{
    forget_link(state, made.referral);  // Another one takes the place of the first.
    state.links.push_back({made.referral, made.whom, made.until});
}

// It stays, so that what is open can be taken back.
void on(Case& state, const ReferralLinkOpened& opened, Instant at)
{
    const auto found = std::ranges::find(state.links, opened.referral, &ReferralLink::referral);
    if (found == state.links.end()) return;
    found->is_open = true;
    found->until = at + opened_link_lasts;
}

void on(Case& state, const ReferralLinkRevoked& revoked, Instant)
{
    forget_link(state, revoked.referral);
}

void on(Case& state, const OpeningEnded& ended, Instant)
{
    std::erase_if(state.who_reads.openings, [&](const Opening& one) { return one.id == ended.opening; });
}

void on(Case&, const KeptRecord auto&, Instant) {}  // Read from the history.

void settle(Case& state, const TaskId& task, TaskState as, Instant at, const std::string& note)
{
    Task* found = find_task(state, task);
    if (found == nullptr) return;
    found->state = as;
    found->settled_at = at;
    found->note = note;
}

void on(Case& state, const TaskDone& done, Instant at)
{
    settle(state, done.task, TaskState::done, at, done.note);
}

void on(Case& state, const TaskDropped& dropped, Instant at)
{
    settle(state, dropped.task, TaskState::dropped, at, dropped.why);
}

void on(Case&, const NoteAdded&, Instant) {}  // Read from the history.

void on(Case& state, const CaseClosed&, Instant)
{
    state.state = CaseState::closed;
}

void on(Case& state, const CaseReopened&, Instant)
{
    state.state = CaseState::open;
}

bool has_new(const std::vector<guidance::Code>& before, const std::vector<guidance::Code>& now)
{
    return std::ranges::any_of(
        now, [&](const auto& code) { return std::ranges::find(before, code) == before.end(); });
}

}  // namespace

void apply(Case& state, const CaseEvent& event, Instant at)
{
    std::visit([&](const auto& happened) { on(state, happened, at); }, event);
}

bool newly_met(const decision::Advice& before, const decision::Advice& now)
{
    return has_new(before.criteria, now.criteria) || has_new(before.safety_rules, now.safety_rules) ||
           has_new(before.indicators, now.indicators);
}

}  // namespace safelead::record
