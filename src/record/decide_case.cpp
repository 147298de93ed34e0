#include "record/case_deciding.h"
#include "record/closed_case.h"
#include "record/closing.h"
#include "record/text_limits.h"

#include <algorithm>

namespace safelead::record {

namespace {

bool was_opened(const Case& state)
{
    return !state.history.empty();
}

std::string_view type_of(const Keepable& record)
{
    return std::visit([]<class Record>(const Record&) { return FieldsOf<Record>::type; }, record);
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

CaseDecided in_open_case(const Case& state, const KeepRecord& command, const Circumstances& c)
{
    if (!was_opened(state) || (state.state != CaseState::open && !is_for_closed_too(type_of(command.record))))
        return refuse(CaseRefused::not_open);
    return decided(state, command, c);
}

CaseDecided in_open_case(const Case& state, const OpenByForce& command, const Circumstances& c)
{
    return was_opened(state) ? decided(state, command, c) : refuse(CaseRefused::not_open);
}

CaseDecided in_open_case(const Case& state, const EndOpening& command, const Circumstances& c)
{
    return decided(state, command, c);
}

// A link is opened, or taken back, whatever has become of the case since.
CaseDecided in_open_case(const Case& state, const OpenReferralLink& command, const Circumstances& c)
{
    return decided(state, command, c);
}

CaseDecided in_open_case(const Case& state, const RevokeReferralLink& command, const Circumstances& c)
{
    return decided(state, command, c);
}

// What the police recorded comes months later, too, and opens nothing again.
CaseDecided in_open_case(const Case& state, const KeepPoliceRecorded& command, const Circumstances& c)
{
    return was_opened(state) ? decided(state, command, c) : refuse(CaseRefused::not_open);
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

CaseDecided decided(const Case& state, const CloseCase& close, const Circumstances& c)
{
    SL_TRY(check_said({{"reason", close.reason}}));
    const Weighed now = weigh(facts_of(state), c);
    for (auto& criterion : closing_criteria(state, c.in_force, now.in_force, c.referrals)) {
        if (criterion.not_met) return refuse(*criterion.not_met, std::move(criterion.about));
    }
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
