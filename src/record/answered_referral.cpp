#include "record/answered_referral.h"

#include "base/bug.h"
#include "record/about_referral.h"
#include "record/text_limits.h"

#include <utility>

namespace safelead::record {

namespace {

AgencyAnswer answer_of(DecidedAs decided)
{
    switch (decided) {
        case DecidedAs::urgent_protection:
        case DecidedAs::section_47:
        case DecidedAs::section_17:
        case DecidedAs::other_services:
        case DecidedAs::specialist_assessment:
        case DecidedAs::police_enquiry:
            return AgencyAnswer::took_it_on;
        case DecidedAs::advice_given:
            return AgencyAnswer::advised;
        case DecidedAs::no_further_action:
            return AgencyAnswer::no_further_action;
    }
    throw_bug("a referral was decided in no way");
}

bool is_decision(const ReferralStep& step)
{
    return step.said.kind == StepKind::decided && step.side == Side::receiver && step.said.decided_as;
}

/// Whether whoever had it said last that it is another agency's. Sent on, it is another referral of the case,
/// which stands for itself.
bool is_another_agencys(const Referral& referral)
{
    if (referral.state == ReferralState::redirected) return true;
    if (referral.state != ReferralState::closed) return false;
    const auto* redirected = referral.last(StepKind::redirected);
    const auto* decided = referral.last(StepKind::decided);
    return redirected != nullptr && (decided == nullptr || decided->number < redirected->number);
}

}  // namespace

std::optional<AgencyAnswered> answer_in_case(const Referral& referral, int after)
{
    const auto* step = referral.last(StepKind::decided);
    if (step == nullptr || step->number <= after || !is_decision(*step)) return std::nullopt;
    auto said = about_referral(referral.reference.text(), step->said.words);
    // A text as long as is kept leaves no room for the reference.
    if (!fits_account(said)) said = said_in_referral(referral.reference.text());
    return AgencyAnswered{step->by,
                          referral.to.name,
                          step->by_name,
                          {{}, std::nullopt, step->at},
                          answer_of(*step->said.decided_as),
                          std::move(said)};
}

bool is_answered(ReferralState state)
{
    switch (state) {
        case ReferralState::draft:
        case ReferralState::sent:
        case ReferralState::received:
        case ReferralState::more_asked:
            return false;
        case ReferralState::decided:
        case ReferralState::fed_back:
        case ReferralState::closed:
        case ReferralState::withdrawn:
        case ReferralState::redirected:
            return true;
    }
    throw_bug("a referral is in no state");
}

bool may_be_with_nobody(ReferralState state)
{
    return state == ReferralState::withdrawn || state == ReferralState::redirected ||
           state == ReferralState::closed;
}

void add_standing(ReferralsStand& stand, const Referral& referral)
{
    const std::string reference{referral.reference.text()};
    if (is_answered(referral.state)) stand.settled.push_back(reference);
    if (referral.state == ReferralState::redirected && !is_sent_on(referral))
        stand.to_send_on.push_back(reference);
    if (referral.state == ReferralState::withdrawn || is_another_agencys(referral))
        stand.with_nobody.push_back(reference);
}

}  // namespace safelead::record
