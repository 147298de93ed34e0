#include "record/answered_referral.h"

#include "base/bug.h"

#include <fmt/format.h>

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

}  // namespace

std::optional<AgencyAnswered> answer_in_case(const Referral& referral, const ReferralStep& step)
{
    const auto& said = step.said;
    if (said.kind != StepKind::decided || step.side != Side::receiver || !said.decided_as)
        return std::nullopt;
    return AgencyAnswered{step.by,
                          referral.to.name,
                          step.by_name,
                          {{}, std::nullopt, step.at},
                          answer_of(*said.decided_as),
                          fmt::format("Referral {}: {}", referral.reference.text(), said.words)};
}

}  // namespace safelead::record
