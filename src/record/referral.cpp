#include "record/referral.h"

#include "record/settling_readers.h"

#include <algorithm>
#include <ranges>

namespace safelead::record {

namespace {

void begin_clock(Referral& referral, std::optional<Instant> answer_by, std::optional<Instant> managers_at)
{
    referral.answer_by = answer_by;
    referral.managers_at = managers_at;
    referral.silence_noticed = false;
    referral.managers_told = false;
}

void put_child(Referral& referral, const ReferredChild& child)
{
    const auto found = std::ranges::find(referral.children, child.ref, &ReferredChild::ref);
    if (found == referral.children.end())
        referral.children.push_back(child);
    else
        *found = child;
}

void apply(Referral& referral, const ReferralBegun& begun)
{
    referral.id = begun.referral;
    referral.reference = begun.reference;
    referral.of = begun.of;
    referral.follows = begun.follows;
    referral.begun_by = begun.by;
    referral.to = begun.to;
}

void apply(Referral& referral, const ReferralWritten& written)
{
    referral.words = written.words;
}

void apply(Referral& referral, const ReferralChildWritten& written)
{
    put_child(referral, written.child);
}

void apply(Referral& referral, const ReferralChildLeftOut& left_out)
{
    std::erase_if(referral.children, [&](const ReferredChild& child) { return child.ref == left_out.ref; });
}

void apply(Referral& referral, const ReferralSent& sent)
{
    referral.id = sent.referral;
    referral.reference = sent.reference;
    referral.to = sent.to;
    referral.words = sent.words;
    referral.children.clear();  // Those that were sent follow.
    referral.state = ReferralState::sent;
    referral.sent = sent;
    begin_clock(referral, sent.answer_by, sent.managers_at);
}

void apply(Referral& referral, const ReferralChildSent& sent)
{
    put_child(referral, sent.child);
}

void apply(Referral& referral, const ReferralChildRecorded& recorded)
{
    const auto step = std::ranges::find(referral.steps, recorded.number, &ReferralStep::number);
    if (step == referral.steps.end() || !step->said.police) return;
    auto& known = step->said.police->recorded_as;
    if (!known) known.emplace();
    known->push_back(recorded.child);
}

void apply_disagreement(Referral& referral, const ReferralStep& step)
{
    if (step.said.kind == StepKind::disagreement_raised)
        referral.disagreement = Disagreement{step.said.rung, step.side, false, step.answer_by};
    if (step.said.kind != StepKind::disagreement_answered) return;
    const auto& open = referral.disagreement;
    // Whoever raised it says nothing of it but that it is over: agreed, or settled at the last step.
    if (step.said.agreed == Answer::yes || (open && open->raised_by == step.side))
        referral.disagreement.reset();
    else if (referral.disagreement)
        referral.disagreement->is_answered = true;
}

/// Whoever takes a referral back does not go on disagreeing about it.
void end_own_disagreement(Referral& referral, const ReferralStep& step)
{
    const auto& open = referral.disagreement;
    if (step.said.kind == StepKind::withdrawn && open && open->raised_by == step.side)
        referral.disagreement.reset();
}

void apply(Referral& referral, const ReferralStep& step)
{
    referral.steps.push_back(step);
    apply_disagreement(referral, step);
    end_own_disagreement(referral, step);
    if (step.said.kind == StepKind::silence_noticed) referral.silence_noticed = true;
    if (step.said.kind == StepKind::managers_told) referral.silence_noticed = referral.managers_told = true;
    if (step.said.kind == StepKind::sent_on) begin_clock(referral, {}, {});
    const auto* move = move_for(referral.state, step.said.kind, step.side);
    if (move == nullptr || !move->to) return;
    referral.state = *move->to;
    // The receiver's clock ends with a redirection, also with one from before the sender had one of their
    // own.
    if (step.answer_by || referral.state == ReferralState::redirected)
        begin_clock(referral, step.answer_by, step.managers_at);
    if (awaited(referral.state) == Awaited::nobody) begin_clock(referral, {}, {});
}

void apply(Referral& referral, const ReferralReadAfterEnd& read)
{
    referral.read_to = std::max(referral.read_to, read.number);
}

}  // namespace

const ReferralStep* Referral::last(StepKind kind) const
{
    for (const auto& step : std::views::reverse(steps))
        if (step.said.kind == kind) return &step;
    return nullptr;
}

bool is_discarded(const Referral& referral)
{
    return referral.state == ReferralState::withdrawn && !referral.sent;
}

bool is_discarded(const ReferralSummary& referral)
{
    return referral.state == ReferralState::withdrawn && referral.from.text().empty();
}

Referral evolve(Referral referral, const Happened<ReferralEvent>& happened)
{
    if (referral.history.empty()) referral.begun_at = happened.at;
    std::visit([&referral](const auto& event) { apply(referral, event); }, *happened.event);
    referral.history.push_back(happened);
    return referral;
}

bool may_go_up(const Referral& referral, Instant at)
{
    const auto& open = referral.disagreement;
    return !open || open->is_answered || !open->answer_by || at >= *open->answer_by;
}

Climb climb(const Referral& referral, std::span<const std::string> ladder, std::string_view rung)
{
    const auto asked = std::ranges::find(ladder, rung);
    if (asked == ladder.end()) return Climb::not_on_it;
    if (!referral.disagreement) return asked == ladder.begin() ? Climb::next : Climb::skipping;
    const auto last = std::ranges::find(ladder, referral.disagreement->rung);
    if (last == ladder.end()) return Climb::skipping;  // The ladder has changed since.
    if (asked == last) return Climb::again;
    if (asked < last) return Climb::back;
    return asked - last == 1 ? Climb::next : Climb::skipping;
}

MayEnd may_end(const Referral& referral, std::span<const std::string> ladder, Side side, Instant at)
{
    const auto& open = referral.disagreement;
    if (!open || open->raised_by != side) return {};
    const bool is_at_the_last = !ladder.empty() && ladder.back() == open->rung;
    return {.accept = open->is_answered, .settle = is_at_the_last && may_go_up(referral, at)};
}

bool ends_own(const Referral& referral, const ReferralStep& step)
{
    if (step.said.kind != StepKind::disagreement_answered) return false;
    const ReferralStep* raised = nullptr;
    for (const auto& one : referral.steps)
        if (one.number < step.number && one.said.kind == StepKind::disagreement_raised) raised = &one;
    return raised != nullptr && raised->side == step.side;
}

std::vector<ActionTold> actions_told(const Referral& referral)
{
    std::vector<ActionTold> told;
    for (const auto& step : referral.steps) {
        if (!step.said.meeting) continue;
        for (const auto& action : step.said.meeting->actions) {
            const auto known = std::ranges::find(told, action.number, &ActionTold::number);
            if (known == told.end())
                told.push_back(action);
            else
                *known = action;
        }
    }
    return told;
}

std::vector<ReferralEvent> missing_in(const Referral& copy, const Referral& whole)
{
    std::vector<ReferralEvent> missing;
    if (!whole.sent) return missing;
    if (!copy.sent) {
        missing.emplace_back(*whole.sent);
        for (const auto& child : whole.children) missing.emplace_back(ReferralChildSent{child});
    }
    for (auto at = copy.steps.size(); at < whole.steps.size(); ++at)
        std::ranges::move(sealed_apart(whole.steps[at]), std::back_inserter(missing));
    return missing;
}

std::vector<ReferralEvent> sealed_apart(ReferralStep step)
{
    std::vector<ChildRecordedAs> children;
    if (step.said.police && step.said.police->recorded_as) {
        children = *std::move(step.said.police->recorded_as);
        step.said.police->recorded_as.reset();
    }
    const int number = step.number;
    std::vector<ReferralEvent> events{std::move(step)};
    for (auto& child : children) events.emplace_back(ReferralChildRecorded{number, std::move(child)});
    return events;
}

bool opens_by_link(ReferralState state)
{
    return state != ReferralState::draft && state != ReferralState::closed &&
           state != ReferralState::withdrawn && state != ReferralState::redirected;
}

bool was_told_more(const Referral& referral)
{
    return std::ranges::any_of(referral.steps, [](const ReferralStep& step) {
        return step.side != Side::program && step.said.kind != StepKind::withdrawn;
    });
}

bool is_sent_on(const Referral& referral)
{
    for (const auto& step : std::views::reverse(referral.steps)) {
        if (step.said.kind == StepKind::sent_on) return true;
        if (step.said.kind == StepKind::redirected) return false;
    }
    return false;
}

}  // namespace safelead::record
