// What leaves the case for others, and what agencies took on together.

#include "record/attendance.h"
#include "record/decide_kept.h"
#include "record/kept_in.h"
#include "record/officer_words.h"
#include "record/sharing_log.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::record {

namespace {

std::string step_of_action(int number)
{
    return fmt::format("agency-action:{}", number);
}

constexpr std::chrono::days link_lasts{3};  // Project rule.

/// One that waits, or that somebody has open.
const ReferralLink* link_to_referral(const Case& state, std::string_view referral, Instant now)
{
    const auto found = std::ranges::find(state.links, referral, &ReferralLink::referral);
    return found == state.links.end() || found->until <= now ? nullptr : &*found;
}

/// The end of a working day in winter; in summer an hour later.
Instant end_of(Date day)
{
    return std::chrono::sys_days{day} + std::chrono::hours{17};
}

}  // namespace

// Consent is not what child protection rests on: who can refuse can also withdraw. It may be named, and then
// why it will do.
CaseDecided kept(const Case&, InformationShared shared, const Circumstances&)
{
    SL_TRY(check_said(
        {{"with", shared.with}, {"what", shared.what}, {"why", shared.why}},
        {{"person", shared.person}, {"when", shared.when.words}, {"why_not_told", shared.why_not_told}}));
    const bool says_why_untold = shared.sharing == Sharing::not_shared || shared.told == Answer::yes;
    if (!says_why_untold) SL_TRY(check_said({{"why_not_told", shared.why_not_told}}));
    return std::vector<CaseEvent>{std::move(shared)};
}

CaseDecided kept(const Case& state, BasisGiven given, const Circumstances&)
{
    SL_TRY(check_said({}, {{"why", given.why}}));
    const auto* entry = entry_in(state, given.entry);
    if (entry == nullptr || !is_shared_by(*entry)) return refuse(CaseRefused::nobody_such, {"entry"});
    return std::vector<CaseEvent>{std::move(given)};
}

CaseDecided kept(const Case&, AdviceWithoutNames advice, const Circumstances&)
{
    SL_TRY(check_said({{"told", advice.told}, {"advised", advice.advised}},
                      {{"person", advice.person}, {"when", advice.when.words}}));
    // Telling police means recording, also without a name: docs/adr/0184, 0210.
    if (has_officer_words(advice.person)) return refuse(CaseRefused::never_an_officer, {"person"});
    return std::vector<CaseEvent>{std::move(advice)};
}

CaseDecided kept(const Case& state, StrategyMeetingHeld held, const Circumstances&)
{
    SL_TRY(
        check_said({{"chaired_by", held.chaired_by}, {"attended", held.attended}, {"decided", held.decided}},
                   {{"when", held.when.words}, {"not_there", held.not_there}, {"shared", held.shared}}));
    if (!attendees_in(held.attended)) return refuse(CaseRefused::name_and_agency, {"attended"});
    held.number = next_number<StrategyMeetingHeld>(state);
    return std::vector<CaseEvent>{std::move(held)};
}

// What another agency took on is asked after on its day: their silence is not an answer.
CaseDecided kept(const Case& state, ActionAgreed agreed, const Circumstances& c)
{
    SL_TRY(check_said({{"agency", agreed.agency}, {"what", agreed.what}}, {{"person", agreed.person}}));
    agreed.number = next_number<ActionAgreed>(state);
    std::vector<CaseEvent> events{agreed};
    auto task = follow_up(c, step_of_action(agreed.number),
                          fmt::format("Ask {} what became of action {}.", agreed.agency, agreed.number),
                          {guidance::Deadline::Unit::working_days, 5},
                          "what was agreed between agencies is asked after on its day");
    if (agreed.due) task.due = end_of(*agreed.due);
    events.emplace_back(std::move(task));
    return events;
}

CaseDecided kept(const Case& state, ActionAnswered answered, const Circumstances& c)
{
    const auto* agreed = numbered<ActionAgreed>(state, answered.number);
    if (agreed == nullptr) return refuse(CaseRefused::nobody_such, {"number"});
    SL_TRY(check_said({{"said", answered.said}}, {{"when", answered.when.words}}));
    const auto step = step_of_action(answered.number);
    std::vector<CaseEvent> events{answered};
    for (auto& settled : settle_step(state, step, answered.by, "It was asked after."))
        events.push_back(std::move(settled));
    if (answered.came != ActionCame::done)
        events.emplace_back(follow_up(
            c, step, fmt::format("Ask {} again about action {}.", agreed->agency, answered.number),
            {guidance::Deadline::Unit::working_days, 1},
            "what was agreed between agencies and is not done is asked after again within a working day"));
    return events;
}

CaseDecided decided(const Case&, const MakeReferralLink& make, const Circumstances& c)
{
    SL_TRY(check_said({{"whom", make.whom}}));
    return std::vector<CaseEvent>{ReferralLinkMade{make.by, make.referral, make.whom, c.now + link_lasts}};
}

CaseDecided decided(const Case& state, const OpenReferralLink& open, const Circumstances& c)
{
    const auto* link = link_to_referral(state, open.referral, c.now);
    if (link == nullptr || link->is_open) return refuse(CaseRefused::no_link);
    return std::vector<CaseEvent>{ReferralLinkOpened{open.referral, link->whom}};
}

CaseDecided decided(const Case& state, const RevokeReferralLink& revoke, const Circumstances& c)
{
    SL_TRY(check_said({{"why", revoke.why}}));
    if (link_to_referral(state, revoke.referral, c.now) == nullptr) return refuse(CaseRefused::no_link);
    return std::vector<CaseEvent>{ReferralLinkRevoked{revoke.by, revoke.referral, revoke.why}};
}

}  // namespace safelead::record
