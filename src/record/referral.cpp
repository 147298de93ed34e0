#include "record/referral.h"

#include "guidance/pack.h"
#include "record/settling_readers.h"

#include <algorithm>
#include <array>
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

}  // namespace

std::span<const Move> moves()
{
    using enum StepKind;
    static const std::vector once_sent{ReferralState::sent,       ReferralState::received,
                                       ReferralState::more_asked, ReferralState::decided,
                                       ReferralState::fed_back,   ReferralState::closed,
                                       ReferralState::withdrawn,  ReferralState::redirected};
    static const std::vector while_it_stands{ReferralState::sent, ReferralState::received,
                                             ReferralState::more_asked, ReferralState::decided,
                                             ReferralState::fed_back};
    static const std::vector while_somebody_is_awaited{ReferralState::sent, ReferralState::received,
                                                       ReferralState::more_asked, ReferralState::redirected};
    static const std::array all{
        // From redirected: it is theirs after all.
        Move{received,
             Side::receiver,
             {ReferralState::sent, ReferralState::redirected},
             ReferralState::received},
        Move{more_asked,
             Side::receiver,
             {ReferralState::sent, ReferralState::received},
             ReferralState::more_asked},
        Move{more_answered, Side::sender, {ReferralState::more_asked}, ReferralState::received},
        // Again, where it is looked at anew.
        Move{decided,
             Side::receiver,
             {ReferralState::received, ReferralState::more_asked, ReferralState::decided,
              ReferralState::fed_back},
             ReferralState::decided},
        Move{fed_back, Side::receiver, {ReferralState::decided}, ReferralState::fed_back},
        // Nobody has to wait for ever to be told: what the sender learned otherwise is written there.
        Move{closed,
             Side::sender,
             {ReferralState::decided, ReferralState::fed_back, ReferralState::redirected},
             ReferralState::closed},
        // A draft, too: it is discarded (`DiscardReferral`), and reaches nobody.
        Move{withdrawn,
             Side::sender,
             {ReferralState::draft, ReferralState::sent, ReferralState::received, ReferralState::more_asked},
             ReferralState::withdrawn},
        Move{redirected,
             Side::receiver,
             {ReferralState::sent, ReferralState::received, ReferralState::more_asked},
             ReferralState::redirected},
        Move{sent_on, Side::sender, {ReferralState::redirected}, {}},
        Move{silence_noticed, Side::program, while_somebody_is_awaited, {}},
        Move{managers_told, Side::program, while_somebody_is_awaited, {}},
        // Once an officer knows, a crime is recorded, whatever becomes of the referral.
        Move{police_recorded, Side::receiver, once_sent, {}},
        Move{meeting_told, Side::sender, while_it_stands, {}},
        Move{action_answered, Side::receiver, once_sent, {}},
        // From the sending on, since silence is a reason, and after the end.
        Move{disagreement_raised, Side::sender, once_sent, {}},
        Move{disagreement_raised, Side::receiver, once_sent, {}},
        Move{disagreement_answered, Side::sender, once_sent, {}},
        Move{disagreement_answered, Side::receiver, once_sent, {}},
    };
    return all;
}

const Move* move_for(ReferralState state, StepKind kind, Side side)
{
    for (const auto& move : moves()) {
        const bool is_from = std::ranges::find(move.from, state) != move.from.end();
        if (move.kind == kind && move.side == side && is_from) return &move;
    }
    return nullptr;
}

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

namespace {

Alarm alarm_at(std::optional<Instant> answer_by, std::optional<Instant> managers_at, Instant at)
{
    if (managers_at && at >= *managers_at) return Alarm::managers;
    if (answer_by && at >= *answer_by) return Alarm::sender;
    return Alarm::none;
}

}  // namespace

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
