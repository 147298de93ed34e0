#include "record/closing.h"

#include "record/case_standing.h"
#include "record/kept_in.h"
#include "record/text_limits.h"
#include "record/waited_for.h"
#include "record/what_is_open.h"

#include <algorithm>
#include <array>

namespace safelead::record {

namespace {

struct Closing {
    const Case& of;
    const guidance::Pack& pack;
    const decision::Advice& now;
    const Decision* decision;
    const ReferralsStand& referrals;
};

using NotMet = std::optional<CaseRefused>;

NotMet why_not_decided(const Closing& c)
{
    if (c.decision == nullptr) return CaseRefused::no_decision;
    if (c.decision->sign_off == SignOff::refused || has_outgrown(*c.decision, c.pack, c.now))
        return CaseRefused::decide_again;
    return std::nullopt;
}

NotMet why_not_signed(const Closing& c)
{
    const bool waits = c.decision != nullptr && c.decision->sign_off == SignOff::awaited;
    return waits ? NotMet{CaseRefused::sign_off_awaited} : std::nullopt;
}

NotMet why_not_looked_at(const Closing& c)
{
    bool waits = false;
    for (const auto& happened : c.of.history) {
        if (std::holds_alternative<SomethingNew>(*happened.event)) waits = true;
        if (std::holds_alternative<DecisionMade>(*happened.event)) waits = false;
    }
    return waits ? NotMet{CaseRefused::not_looked_at_again} : std::nullopt;
}

/// Where a school manages it, each unknown that could raise the route has its reason in the decision. Where
/// it is referred, finding out is with the agency.
std::vector<std::string> unknowns_unsaid(const Closing& c)
{
    std::vector<std::string> unsaid;
    if (c.decision == nullptr || c.pack.is_referring(c.decision->made.route)) return unsaid;
    for (std::string& fact : unknowns_to_say(c.of, c.pack)) {
        const bool said = std::ranges::any_of(c.decision->made.still_unknown, [&](const StillUnknown& line) {
            return line.fact == fact && !is_blank(line.why_safe);
        });
        if (!said) unsaid.push_back(std::move(fact));
    }
    return unsaid;
}

bool is_one_of(const std::vector<std::string>& references, const ReferralMade& referral)
{
    return std::ranges::find(references, referral.their_reference) != references.end();
}

/// That it was sent is not enough: one that was withdrawn, or that is another agency's, is with nobody.
NotMet why_not_referred(const Closing& c)
{
    if (c.of.referrals.empty()) return CaseRefused::referral_not_recorded;
    const bool are_all_with_nobody = std::ranges::all_of(
        c.of.referrals, [&](const ReferralMade& one) { return is_one_of(c.referrals.with_nobody, one); });
    return are_all_with_nobody ? NotMet{CaseRefused::nobody_has_it} : std::nullopt;
}

NotMet why_no_agency_has_it(const Closing& c)
{
    if (c.decision != nullptr && c.pack.is_referring(c.decision->made.route)) return why_not_referred(c);
    // Consulting does not hand a case over: a criterion that is met needs an agency's word here too.
    if (is_for_an_agency(c.pack, c.now) && !is_given_back(c.of, c.pack, c.now))
        return CaseRefused::agency_must_give_back;
    return std::nullopt;
}

/// Each referral by itself: that one agency answered says nothing of another.
ClosingCriterion about_agencies(const Closing& c)
{
    std::vector<std::string> silent;
    for (const auto place : referrals_unanswered(c.of, c.referrals.settled)) {
        const auto& to = c.of.referrals.at(place).to;
        if (std::ranges::find(silent, to) == silent.end()) silent.push_back(to);
    }
    const auto not_met = silent.empty() ? NotMet{} : NotMet{CaseRefused::agency_silent};
    return {ClosingNeed::agency_answered, not_met, std::move(silent)};
}

/// An agency that says whose it is has answered, and still nobody looks at it.
ClosingCriterion about_sending_on(const Closing& c)
{
    std::vector<std::string> waiting;
    for (const auto& one : c.of.referrals)
        if (is_one_of(c.referrals.to_send_on, one)) waiting.push_back(one.to);
    const auto not_met = waiting.empty() ? NotMet{} : NotMet{CaseRefused::referral_to_send_on};
    return {ClosingNeed::sent_on, not_met, std::move(waiting)};
}

bool is_plan_review(const Task& task)
{
    return task.set.step.starts_with("plan-review:");
}

std::vector<std::string> waiting(const Closing& c, bool plan_reviews)
{
    std::vector<std::string> tasks;
    for (const Task* task : tasks_to_do(c.of)) {
        if (is_plan_review(*task) == plan_reviews) tasks.emplace_back(task->set.task.text());
    }
    return tasks;
}

NotMet why_not_all_signed(const Closing& c)
{
    constexpr std::size_t signatures = 3;
    const auto all = kept_in<ViewingSigned>(c.of);
    for (const auto& viewing : kept_in<ViewingRecorded>(c.of)) {
        std::array<bool, signatures> has{};
        for (const auto& signature : all) {
            if (signature.it->number == viewing.it->number)
                has.at(static_cast<std::size_t>(signature.it->as)) = true;
        }
        if (std::ranges::find(has, false) != has.end()) return CaseRefused::signature_missing;
    }
    return std::nullopt;
}

ClosingCriterion about_tasks(ClosingNeed need, std::vector<std::string> tasks)
{
    const auto not_met = tasks.empty() ? NotMet{} : NotMet{CaseRefused::tasks_to_do};
    return {need, not_met, std::move(tasks)};
}

}  // namespace

std::vector<ClosingCriterion> closing_criteria(const Case& of, const guidance::Pack& pack,
                                               const decision::Advice& now, const ReferralsStand& referrals)
{
    const Closing c{of, pack, now, of.decision(), referrals};
    auto unsaid = unknowns_unsaid(c);
    const auto unknowns = unsaid.empty() ? NotMet{} : NotMet{CaseRefused::unknowns_unsaid};
    return {{ClosingNeed::decided, why_not_decided(c), {}},
            {ClosingNeed::signed_off, why_not_signed(c), {}},
            {ClosingNeed::looked_at_again, why_not_looked_at(c), {}},
            about_sending_on(c),
            {ClosingNeed::agency_has_it, why_no_agency_has_it(c), {}},
            {ClosingNeed::unknowns_said, unknowns, std::move(unsaid)},
            about_agencies(c),
            about_tasks(ClosingNeed::tasks_settled, waiting(c, false)),
            about_tasks(ClosingNeed::plans_reviewed, waiting(c, true)),
            {ClosingNeed::viewings_signed, why_not_all_signed(c), {}}};
}

}  // namespace safelead::record
