// The ladder of disagreement, in the case: a step whose time is over is overdue for whoever has the case.
// docs/adr/0218.

#include "record/ladder_in_case.h"

#include "record/about_referral.h"
#include "record/decide_kept.h"

#include <fmt/format.h>

namespace safelead::record {

namespace {

bool is_of_ladder(const ReferralStep& step)
{
    using enum StepKind;
    return step.said.kind == disagreement_raised || step.said.kind == disagreement_answered ||
           step.said.kind == withdrawn;
}

std::string task_words(const Referral& referral, const Disagreement& open)
{
    const auto reference = referral.reference.text();
    if (open.raised_by == Side::sender)
        return about_referral(
            reference,
            fmt::format("{} has not answered what you don’t agree with. Ring, or take the next step.",
                        referral.to.name));
    return about_referral(reference, fmt::format("answer what {} does not agree with.", referral.to.name));
}

std::string step_name(std::string_view referral)
{
    return fmt::format("disagreement:{}", referral);
}

}  // namespace

std::optional<FollowLadder> ladder_in_case(const Referral& referral, int after)
{
    const ReferralStep* last = nullptr;
    for (const auto& step : referral.steps)
        if (step.number > after && is_of_ladder(step)) last = &step;
    if (last == nullptr) return std::nullopt;
    FollowLadder follow{last->by, std::string{referral.reference.text()}, {}, {}};
    const auto& open = referral.disagreement;
    if (!open || open->is_answered || !open->answer_by) return follow;
    follow.words = task_words(referral, *open);
    follow.answer_by = open->answer_by;
    return follow;
}

CaseDecided decided(const Case& state, const FollowLadder& follow, const Circumstances& c)
{
    const auto step = step_name(follow.referral);
    auto events = settle_step(state, step, follow.by, "The ladder of disagreement went on.");
    if (!follow.answer_by) return events;
    auto task = follow_up(c, step, follow.words, {guidance::Deadline::Unit::working_days, 1},
                          "the time of a step of the ladder, as the area’s file gives it");
    task.due = *follow.answer_by;
    events.emplace_back(std::move(task));
    return events;
}

}  // namespace safelead::record
