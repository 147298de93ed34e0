// What of a referral waits for somebody, until when, and what is news after its end: what lists are made of.

#include "record/referral.h"

#include <algorithm>
#include <chrono>
#include <ranges>

namespace safelead::record {

namespace {

/// Where there is a case, it is the sender's copy.
bool is_senders(const Referral& referral)
{
    return !referral.of.text().empty();
}

/// The step that ended it for good, or null. What was never sent has no other side.
const ReferralStep* end_step(const Referral& referral)
{
    if (!referral.sent) return nullptr;
    if (referral.state == ReferralState::closed) return referral.last(StepKind::closed);
    if (referral.state == ReferralState::withdrawn) return referral.last(StepKind::withdrawn);
    return nullptr;
}

bool is_news_after_end(const ReferralStep& step)
{
    return step.side == Side::receiver &&
           (step.said.kind == StepKind::police_recorded || step.said.kind == StepKind::action_answered);
}

/// Since it was told: an action that was not done is told again, and waits again.
bool is_answered_since(const Referral& referral, const ReferralStep& told, int action)
{
    return std::ranges::any_of(referral.steps, [&](const ReferralStep& step) {
        return step.number > told.number && step.said.kind == StepKind::action_answered && step.said.action &&
               step.said.action->number == action;
    });
}

Alarm alarm_at(std::optional<Instant> answer_by, std::optional<Instant> managers_at, Instant at)
{
    if (managers_at && at >= *managers_at) return Alarm::managers;
    if (answer_by && at >= *answer_by) return Alarm::sender;
    return Alarm::none;
}

}  // namespace

int unread_after_end(const Referral& referral)
{
    const auto* end = end_step(referral);
    if (end == nullptr) return 0;
    if (!is_senders(referral)) {
        const bool is_unread = end->said.kind == StepKind::withdrawn && end->number > referral.read_to;
        return is_unread ? end->number : 0;
    }
    // What an agency without an account said after the end was written down by the sender's own people.
    if (referral.to.id.text().empty()) return 0;
    const int read = std::max(end->number, referral.read_to);
    for (const auto& step : std::views::reverse(referral.steps))
        if (step.number > read && is_news_after_end(step)) return step.number;
    return 0;
}

int action_to_answer(const Referral& referral)
{
    if (is_senders(referral)) return 0;
    for (const auto& step : std::views::reverse(referral.steps)) {
        if (!step.said.meeting) continue;
        for (const auto& action : step.said.meeting->actions)
            if (!is_answered_since(referral, step, action.number)) return step.number;
    }
    return 0;
}

Awaited awaited(ReferralState state)
{
    switch (state) {
        case ReferralState::sent:
        case ReferralState::received:
            return Awaited::receiver;
        case ReferralState::more_asked:
        case ReferralState::redirected:
            return Awaited::sender;
        case ReferralState::draft:
        case ReferralState::decided:
        case ReferralState::fed_back:
        case ReferralState::closed:
        case ReferralState::withdrawn:
            return Awaited::nobody;
    }
    return Awaited::nobody;
}

Alarm alarm(const Referral& referral, Instant at)
{
    return alarm_at(referral.answer_by, referral.managers_at, at);
}

Alarm alarm(const ReferralSummary& referral, Instant at)
{
    return alarm_at(referral.answer_by, referral.managers_at, at);
}

bool is_rung_late(const ReferralSummary& referral, Instant at)
{
    return referral.rung_due && at >= *referral.rung_due;
}

std::optional<Instant> form_due(const Referral& referral)
{
    const auto& called = referral.words.called;
    if (called.instant) return *called.instant + form_follows_call;
    if (!called.day) return std::nullopt;
    // The day ends at midnight UTC: here no zone is known, and in summer it is an hour late.
    return std::chrono::sys_days{*called.day} + std::chrono::days{1} + form_follows_call;
}

ReferralSummary summary_of(const Referral& referral)
{
    return {.id = referral.id,
            .reference = referral.reference,
            .of = referral.of,
            .from = referral.sent ? referral.sent->from.id : OrganisationId{""},
            .to = referral.to.id,
            .state = referral.state,
            .number = referral.number(),
            .begun_at = referral.begun_at,
            .answer_by = referral.answer_by,
            .managers_at = referral.managers_at,
            .form_due = referral.state == ReferralState::draft ? form_due(referral) : std::nullopt,
            .silence_noticed = referral.silence_noticed,
            .managers_told = referral.managers_told,
            .disagreement = referral.disagreement.has_value(),
            .to_kind = referral.to.kind,
            .readers = referral.readers,
            .rung_due = referral.disagreement && !referral.disagreement->is_answered
                            ? referral.disagreement->answer_by
                            : std::nullopt,
            .unread_after_end = unread_after_end(referral),
            .action_to_answer = action_to_answer(referral)};
}

}  // namespace safelead::record
