#include "record/case_deciding.h"
#include "record/case_standing.h"
#include "record/text_limits.h"
#include "record/what_is_open.h"

#include <algorithm>

namespace safelead::record {

namespace {

bool was_opened(const Case& state)
{
    return !state.history.empty();
}

template <class Command>
CaseDecided in_open_case(const Case& state, const Command& command, const Circumstances& c)
{
    if (!was_opened(state) || state.state != CaseState::open) return refuse(CaseRefused::not_open);
    return decided(state, command, c);
}

CaseDecided in_open_case(const Case& state, const OpenCase& command, const Circumstances& c)
{
    return decided(state, command, c);
}

CaseDecided in_open_case(const Case& state, const ReopenCase& command, const Circumstances& c)
{
    return decided(state, command, c);
}

}  // namespace

CaseDecided decide(const Case& state, const CaseCommand& command, const Circumstances& circumstances)
{
    return std::visit([&](const auto& asked) { return in_open_case(state, asked, circumstances); }, command);
}

Result<Done, CaseRefusal> check_said(std::initializer_list<Typed> required,
                                     std::initializer_list<Typed> others)
{
    std::vector<std::string> empty;
    std::vector<std::string> too_long;
    for (const Typed& typed : required) {
        if (is_blank(typed.text)) empty.emplace_back(typed.field);
        if (!fits_account(typed.text)) too_long.emplace_back(typed.field);
    }
    for (const Typed& typed : others) {
        if (!fits_account(typed.text)) too_long.emplace_back(typed.field);
    }
    if (!empty.empty()) return refuse(CaseRefused::no_reason, std::move(empty));
    if (!too_long.empty()) return refuse(CaseRefused::text_too_long, std::move(too_long));
    return Done{};
}

// The advice is there from the first page on, with everything unknown. Its tasks wait until somebody has
// established something: docs/adr/0046.
CaseDecided decided(const Case& state, const OpenCase& open, const Circumstances& c)
{
    if (was_opened(state)) return refuse(CaseRefused::already_open);
    const CaseOpened opened{open.id,       open.reference,   open.by,
                            open.concerns, open.reported_on, std::string{c.in_force.edition().text()}};
    std::vector<CaseEvent> events{opened};
    std::ranges::move(advice_if_changed(state, weigh({}, c), c), std::back_inserter(events));
    return events;
}

CaseDecided decided(const Case& state, const JoinConcern& join, const Circumstances&)
{
    if (std::ranges::find(state.concerns, join.concern) != state.concerns.end()) {
        return refuse(CaseRefused::already_in_case, {std::string{join.concern.text()}});
    }
    return std::vector<CaseEvent>{ConcernJoined{join.by, join.concern}};
}

CaseDecided decided(const Case&, const AddNote& add, const Circumstances&)
{
    SL_TRY(check_said({{"words", add.note.words}}, {{"when", add.note.when.words}}));
    return std::vector<CaseEvent>{add.note};
}

namespace {

/// Why what was decided is not enough to close the case on, as things stand now.
Result<Done, CaseRefusal> check_decision(const Case& state, const guidance::Pack& pack,
                                         const decision::Advice& now)
{
    const Decision* decision = state.decision();
    if (decision == nullptr) return refuse(CaseRefused::no_decision);
    if (decision->sign_off == SignOff::awaited) return refuse(CaseRefused::sign_off_awaited);
    if (decision->sign_off == SignOff::refused) return refuse(CaseRefused::decide_again);
    if (has_outgrown(*decision, pack, now)) return refuse(CaseRefused::decide_again);

    if (pack.is_referring(decision->made.route)) {
        if (state.referrals.empty()) return refuse(CaseRefused::referral_not_recorded);
        return Done{};
    }
    // Consulting does not hand a case over: a criterion that is met needs an agency's word here too.
    if (is_for_an_agency(pack, now) && !is_given_back(state, pack, now)) {
        return refuse(CaseRefused::agency_must_give_back);
    }
    return Done{};
}

}  // namespace

CaseDecided decided(const Case& state, const CloseCase& close, const Circumstances& c)
{
    SL_TRY(check_said({{"reason", close.reason}}));
    const Weighed now = weigh(facts_of(state), c);
    SL_TRY(check_decision(state, c.in_force, now.in_force));

    std::vector<std::string> waiting;
    for (const Task* task : tasks_to_do(state)) waiting.emplace_back(task->set.task.text());
    if (!waiting.empty()) return refuse(CaseRefused::tasks_to_do, std::move(waiting));

    auto events = advice_if_changed(state, now, c);
    events.emplace_back(CaseClosed{close.by, state.decision()->made.route, close.reason});
    return events;
}

CaseDecided decided(const Case& state, const ReopenCase& reopen, const Circumstances&)
{
    if (!was_opened(state)) return refuse(CaseRefused::not_open);
    if (state.state == CaseState::open) return refuse(CaseRefused::already_open);
    SL_TRY(check_said({{"reason", reopen.reason}}));
    return std::vector<CaseEvent>{CaseReopened{reopen.by, reopen.reason}};
}

}  // namespace safelead::record
