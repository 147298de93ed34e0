#include "record/meeting_in_referral.h"

#include "record/about_referral.h"
#include "record/attendance.h"
#include "record/kept_in.h"
#include "record/text_limits.h"

#include <fmt/format.h>

#include <vector>

namespace safelead::record {

namespace {

std::string said_in_case(const Referral& referral, const ReferralStep& step)
{
    auto said = fmt::format("{}, {} (referral {}): {}", step.by_name, referral.to.name,
                            referral.reference.text(), step.said.words);
    return fits_account(said) ? said : said_in_referral(referral.reference.text());
}

}  // namespace

std::optional<MeetingTold> meeting_to_tell(const Case& of, int meeting, const std::vector<int>& actions)
{
    const auto* held = numbered<StrategyMeetingHeld>(of, meeting);
    if (held == nullptr || !attendees_in(held->attended)) return std::nullopt;
    MeetingTold told{held->number, held->when, held->attended, {}};
    for (const int number : actions) {
        const auto* agreed = numbered<ActionAgreed>(of, number);
        if (agreed == nullptr) return std::nullopt;
        told.actions.push_back({agreed->number, agreed->what, agreed->due});
    }
    return told;
}

std::vector<StrategyMeetingHeld> meetings_to_tell(const Case& of)
{
    std::vector<StrategyMeetingHeld> meetings;
    for (const auto& kept : kept_in<StrategyMeetingHeld>(of))
        if (attendees_in(kept.it->attended)) meetings.push_back(*kept.it);
    return meetings;
}

std::vector<ActionAgreed> actions_agreed(const Case& of)
{
    std::vector<ActionAgreed> actions;
    for (const auto& kept : kept_in<ActionAgreed>(of)) actions.push_back(*kept.it);
    return actions;
}

std::vector<ActionAnswered> actions_answered_in_case(const Referral& referral, int after)
{
    std::vector<ActionAnswered> answers;
    for (const auto& step : referral.steps) {
        if (step.number <= after || step.said.kind != StepKind::action_answered || !step.said.action)
            continue;
        const auto& reply = *step.said.action;
        std::erase_if(answers, [&](const ActionAnswered& one) { return one.number == reply.number; });
        answers.push_back(
            {reply.number, step.by, {{}, std::nullopt, step.at}, reply.came, said_in_case(referral, step)});
    }
    return answers;
}

}  // namespace safelead::record
