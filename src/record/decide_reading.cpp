// Who reads a case: kept out by name, locked to named people, opened by force. docs/adr/0180, 0181, 0183.

#include "record/decide_kept.h"

#include <algorithm>

namespace safelead::record {

namespace {

constexpr std::chrono::hours open_for{12};  // Project rule: a night.

bool is_among(const std::vector<PersonId>& people, const PersonId& person)
{
    return std::ranges::find(people, person) != people.end();
}

/// Somebody else looks at a restriction, so that nobody alone hides a case.
TaskSet second_look(const Circumstances& c, std::string words)
{
    auto task = follow_up(c, "who-reads", std::move(words), {guidance::Deadline::Unit::working_days, 1},
                          "a second person looks at who is kept from a case");
    task.owner = "head";
    return task;
}

}  // namespace

// What was opened because it could not wait is not taken from others at the same time.
Result<Done, CaseRefusal> check_may_settle(const Case& state, const PersonId& by)
{
    if (std::ranges::find(state.who_reads.openings, by, &Opening::by) != state.who_reads.openings.end())
        return refuse(CaseRefused::opened_by_force);
    return Done{};
}

Result<Done, CaseRefusal> check_may_be_given(const Case& state, const PersonId& to, std::string_view field)
{
    const auto& reading = state.who_reads;
    const bool is_locked_out = !reading.locked_to.empty() && !is_among(reading.locked_to, to);
    if (is_among(reading.kept_out, to) || is_locked_out)
        return refuse(CaseRefused::not_a_reader, {std::string{field}});
    return Done{};
}

CaseDecided kept(const Case& state, PersonKeptOut out, const Circumstances& c)
{
    SL_TRY(check_may_settle(state, out.by));
    SL_TRY(check_said({{"person", std::string{out.person.text()}}, {"why", out.why}}));
    if (is_among(state.who_reads.kept_out, out.person))
        return refuse(CaseRefused::settled_already, {"person"});
    if (state.lead == out.person) return refuse(CaseRefused::hand_over_first, {"person"});
    const bool of_themselves = out.by == out.person;
    std::vector<CaseEvent> events{std::move(out)};
    if (!of_themselves && state.state == CaseState::open)
        events.emplace_back(second_look(c, "Look at who is kept out of this case by name, and why."));
    return events;
}

CaseDecided kept(const Case& state, PersonLetBackIn back, const Circumstances&)
{
    SL_TRY(check_may_settle(state, back.by));
    SL_TRY(check_said({{"person", std::string{back.person.text()}}, {"why", back.why}}));
    if (!is_among(state.who_reads.kept_out, back.person)) return refuse(CaseRefused::nobody_such, {"person"});
    return std::vector<CaseEvent>{std::move(back)};
}

CaseDecided kept(const Case& state, CaseLocked locked, const Circumstances& c)
{
    SL_TRY(check_may_settle(state, locked.by));
    SL_TRY(check_said({{"with", std::string{locked.with.text()}}, {"why", locked.why}}));
    if (!state.who_reads.locked_to.empty()) return refuse(CaseRefused::locked_already);
    if (locked.with == locked.by) return refuse(CaseRefused::same_person, {"with"});
    if (is_among(state.who_reads.kept_out, locked.with)) return refuse(CaseRefused::nobody_such, {"with"});
    std::vector<CaseEvent> events{std::move(locked)};
    if (state.state == CaseState::open)
        events.emplace_back(second_look(c, "Look at whom this case is locked to, and why."));
    return events;
}

CaseDecided kept(const Case& state, ReaderNamed named, const Circumstances&)
{
    SL_TRY(check_may_settle(state, named.by));
    SL_TRY(check_said({{"person", std::string{named.person.text()}}, {"why", named.why}}));
    if (state.who_reads.locked_to.empty()) return refuse(CaseRefused::not_locked);
    if (is_among(state.who_reads.locked_to, named.person))
        return refuse(CaseRefused::settled_already, {"person"});
    if (is_among(state.who_reads.kept_out, named.person)) return refuse(CaseRefused::nobody_such, {"person"});
    return std::vector<CaseEvent>{std::move(named)};
}

CaseDecided kept(const Case& state, CaseUnlocked unlocked, const Circumstances&)
{
    SL_TRY(check_may_settle(state, unlocked.by));
    SL_TRY(check_said({{"why", unlocked.why}}));
    if (state.who_reads.locked_to.empty()) return refuse(CaseRefused::not_locked);
    return std::vector<CaseEvent>{std::move(unlocked)};
}

CaseDecided decided(const Case& state, const OpenByForce& open, const Circumstances& c)
{
    SL_TRY(check_said({{"why", open.why}}));
    // Kept out by name is kept out whatever the hour.
    if (is_among(state.who_reads.kept_out, open.by)) return refuse(CaseRefused::not_the_one_named);
    if (std::ranges::find(state.who_reads.openings, open.by, &Opening::by) != state.who_reads.openings.end())
        return refuse(CaseRefused::settled_already);
    return std::vector<CaseEvent>{OpenedByForce{open.opening, open.by, open.why, c.now + open_for}};
}

CaseDecided decided(const Case& state, const EndOpening& end, const Circumstances& c)
{
    const auto found = std::ranges::find(state.who_reads.openings, end.opening, &Opening::id);
    if (found == state.who_reads.openings.end() || found->until > c.now)
        return refuse(CaseRefused::settled_already);
    return std::vector<CaseEvent>{OpeningEnded{end.opening}};
}

}  // namespace safelead::record
