#include "app/copy_referral.h"

#include "app/counted.h"
#include "app/new_ids.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/write_case.h"
#include "exchange/counted_fact.h"
#include "record/answered_referral.h"
#include "record/ladder_in_case.h"
#include "record/meeting_in_referral.h"
#include "record/police_in_case.h"
#include "record/whom_about.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

/// Whose command a copy is: nobody's.
constexpr std::string_view copying = "copy of a referral";

/// Whom it is about, where that is one child alone.
const record::CaseRef* child_told_of(const record::ReferralEvent& event)
{
    if (const auto* written = std::get_if<record::ReferralChildWritten>(&event)) return &written->child.ref;
    if (const auto* sent = std::get_if<record::ReferralChildSent>(&event)) return &sent->child.ref;
    if (const auto* recorded = std::get_if<record::ReferralChildRecorded>(&event))
        return &recorded->child.ref;
    return nullptr;
}

/// The child whose part of the stream seals it: by the record that the sender has of them, also where they
/// were taken out of the case since, and by the letter on the other side, which has none. Refused where
/// nobody knows who that is: the shared part would keep it beyond them.
Outcome<ledger::PartId> part_of_event(Workspace& workspace, const record::Referral& referral,
                                      const record::ReferralEvent& event)
{
    const auto* ref = child_told_of(event);
    if (ref == nullptr) return ledger::shared_part();
    if (referral.of.text().empty()) return ledger::PartId{std::string{ref->text()}};
    const auto of = workspace.one_case(referral.of);
    const auto* added = of ? record::added_as(*of->it, *ref) : nullptr;
    if (added == nullptr)
        return fail(record::ReferralRefusal{record::ReferralRefused::not_in_case, std::string{ref->text()}});
    return part_of_added(*added);
}

/// What the other side says of a child who was erased here meanwhile would bring them back, and nothing could
/// take it again: their part's key is destroyed.
void leave_out_erased(std::vector<record::ReferralEvent>& events, Workspace& to, const record::CaseId& of)
{
    if (of.text().empty()) return;  // The receiver has a copy of its own.
    for (const auto& erased : to.erased_in(of))
        std::erase_if(events, [&erased](const record::ReferralEvent& event) {
            const auto* ref = child_told_of(event);
            return ref != nullptr && std::ranges::find(erased.refs, *ref) != erased.refs.end();
        });
}

Outcome<Done> add_all(Writing& writing, Parts& parts, Workspace& workspace, const record::ReferralId& id,
                      const std::optional<FoldedReferral>& before, std::vector<record::ReferralEvent> events)
{
    const bool counts = is_counted(*parts.partnership(), workspace.log().organisation());
    const auto stream = stream_of(id);
    writing.expect(stream, before ? before->position : ledger::StreamPosition::start);
    auto about = before ? *before->it : record::Referral{};
    for (auto& event : events) {
        if (auto fact = counts ? fact_of(about, event, parts.now(), parts.zone) : std::nullopt)
            writing.count(exchange::fact_to_bytes(*fact));
        const auto part = SL_TRY(part_of_event(workspace, about, event));
        about = evolve(std::move(about), {about.history.size() + 1, parts.now(),
                                          std::make_shared<const record::ReferralEvent>(event)});
        writing.add(stream, part, std::move(event));
    }
    return Done{};
}

/// In the sender's record the agency's decision is a line of the case, too. A case that is closed by then, or
/// that nobody can read, goes without it: the referral has it.
void add_answer(Writing& writing, Parts& parts, Workspace& workspace, const NewIds& ids,
                const record::CaseId& of, std::optional<record::AgencyAnswered> answer)
{
    const auto in = of.text().empty() ? std::nullopt : workspace.one_case(of);
    if (in && answer)
        (void)write_case(writing, parts, workspace, ids, of, in->it->edition,
                         record::KeepRecord{*std::move(answer)}, parts.now());
}

/// What the steps after `before` mean for the sender's case. Each is decided on the case as it was, under ids
/// of its own.
void add_to_case(Writing& writing, Parts& parts, Workspace& workspace, const NewIds& ids,
                 const record::CaseId& of, const record::Referral& referral, int before)
{
    add_answer(writing, parts, workspace, ids, of, record::answer_in_case(referral, before));
    const auto in = of.text().empty() ? std::nullopt : workspace.one_case(of);
    if (!in) return;
    const auto write = [&](std::string_view what, const record::CaseCommand& command) {
        const CommandId step{fmt::format("{}/{}/{}", referral.id.text(), what, referral.number())};
        (void)write_case(writing, parts, workspace, NewIds{workspace.log(), copying, step}, of,
                         in->it->edition, command, parts.now());
    };
    if (const auto follow = record::ladder_in_case(referral, before)) write("ladder", *follow);
    if (auto recorded = record::police_in_case(referral, before, *in->it))
        write("police", *std::move(recorded));
    for (const auto& answer : record::actions_answered_in_case(referral, before))
        write(fmt::format("action-{}", answer.number), record::KeepRecord{answer});
}

Later<Outcome<Kept>> copy_into(Parts& parts, Workspace& from, Workspace& to, const record::ReferralId& id)
{
    const auto whole = from.referral(id);
    const auto copy = to.referral(id);
    const int has = copy ? copy->it->number() : 0;
    const auto of = copy ? copy->it->of : record::CaseId{""};  // Only the sender's has one.
    const int wants = whole ? whole->it->number() : 0;
    if (has >= wants || to.is_stopped(stream_of(id))) return Outcome<Kept>{Kept{parts.now()}};
    // The same steps have the same name, so that copying them twice does it once.
    const CommandId steps{fmt::format("{}/{}-{}", id.text(), has + 1, wants)};
    Said said{"copy referral"};
    said(id);
    said(wants);
    const auto decide = [&parts, &to, steps, id, whole, of]() -> Outcome<Writing> {
        Writing writing;
        const auto before = to.referral(id);
        auto events = record::missing_in(before ? *before->it : record::Referral{}, *whole->it);
        leave_out_erased(events, to, of);
        if (events.empty()) return writing;
        SL_TRY(add_all(writing, parts, to, id, before, std::move(events)));
        add_to_case(writing, parts, to, NewIds{to.log(), copying, steps}, of, *whole->it,
                    before ? before->it->number() : 0);
        return writing;
    };
    const auto command = NewIds{to.log(), copying, steps}.command();
    return carry_out(to, {command, said.bytes(), parts.now(), {}, decide});
}

bool is_missing(Workspace& from, Workspace& to, const record::ReferralId& id)
{
    return from.referral_number(id).value_or(0) > to.referral_number(id).value_or(0);
}

/// The other side's steps follow only into a referral that the sender still has: what was erased there stays
/// so.
bool has_it(Workspace& workspace, const record::ReferralId& id)
{
    return workspace.referral_number(id).value_or(0) > 0;
}

Later<Outcome<Kept>> notice_silence(Parts& parts, Workspace& receiver, const record::ReferralSummary& of,
                                    Instant now)
{
    const CommandId step{fmt::format("{}/silence/{}", of.id.text(), of.number + 1)};
    const NewIds ids{receiver.log(), "silence", step};
    Said said{"notice silence"};
    said(of.id);
    const auto decide = [&parts, &receiver, id = of.id, now]() -> Outcome<Writing> {
        Writing writing;
        SL_TRY(write_referral_events(writing, parts, receiver, id, record::NoticeSilence{now}));
        return writing;
    };
    return carry_out(receiver, {ids.command(), said.bytes(), now, {}, decide})
        .then([&parts, of](Outcome<Kept> kept) -> Later<Outcome<Kept>> {
            if (!kept || of.to.text().empty()) return kept;
            return copy_referral(parts, of.id, of.from, of.to);
        });
}

bool is_to_be_noticed(const record::ReferralSummary& of, Instant now)
{
    const auto how_loud = record::alarm(of, now);
    return (how_loud == record::Alarm::managers && !of.managers_told) ||
           (how_loud == record::Alarm::sender && !of.silence_noticed);
}

}  // namespace

Outcome<Done> write_referral_events(Writing& writing, Parts& parts, Workspace& workspace,
                                    const record::ReferralId& id, const record::ReferralCommand& command)
{
    if (workspace.is_stopped(stream_of(id))) return fail(RecordStopped{});
    const auto before = workspace.referral(id);
    auto events = SL_TRY(record::decide(before ? *before->it : record::Referral{}, command));
    if (!events.empty()) SL_TRY(add_all(writing, parts, workspace, id, before, std::move(events)));
    return Done{};
}

Outcome<Done> write_step_here(Writing& writing, Parts& parts, Workspace& workspace, const NewIds& ids,
                              const record::ReferralId& id, const record::TakeStep& step)
{
    if (workspace.is_stopped(stream_of(id))) return fail(RecordStopped{});
    const auto before = workspace.referral(id);
    if (!before) return fail(NotThere{});
    auto events = SL_TRY(record::decide(*before->it, step));
    auto after = *before->it;
    for (const auto& event : events)
        after = evolve(std::move(after), {0, step.at, std::make_shared<const record::ReferralEvent>(event)});
    SL_TRY(add_all(writing, parts, workspace, id, before, std::move(events)));
    add_to_case(writing, parts, workspace, ids, after.of, after, before->it->number());
    return Done{};
}

Later<Outcome<Kept>> copy_referral(Parts& parts, const record::ReferralId& id, const OrganisationId& sender,
                                   const OrganisationId& receiver)
{
    auto* from = parts.find_workspace(sender);
    auto* to = parts.find_workspace(receiver);
    if (from == nullptr || to == nullptr) return refused<Kept>(NotThere{});
    if (is_missing(*from, *to, id)) return copy_into(parts, *from, *to, id);
    if (has_it(*from, id)) return copy_into(parts, *to, *from, id);
    return Outcome<Kept>{Kept{parts.now()}};
}

std::vector<Later<Outcome<Kept>>> pass_on_referrals(Parts& parts, Workspace& workspace, Instant now)
{
    std::vector<Later<Outcome<Kept>>> passed;
    const auto& organisation = workspace.log().organisation();
    for (const auto& one : workspace.referrals()) {
        if (one.from.text().empty()) continue;  // Never sent: a draft, or one that was discarded.
        const bool is_sender = one.from == organisation;
        if (is_sender && one.to.text().empty()) {
            if (is_to_be_noticed(one, now)) passed.push_back(notice_silence(parts, workspace, one, now));
            continue;
        }
        auto* other = parts.find_workspace(is_sender ? one.to : one.from);
        if (other == nullptr) continue;
        auto& sender = is_sender ? workspace : *other;
        auto& receiver = is_sender ? *other : workspace;
        if (is_missing(sender, receiver, one.id) ||
            (has_it(sender, one.id) && is_missing(receiver, sender, one.id)))
            passed.push_back(copy_referral(parts, one.id, one.from, one.to));
        else if (!is_sender && is_to_be_noticed(one, now))
            passed.push_back(notice_silence(parts, workspace, one, now));
    }
    return passed;
}

std::optional<Instant> next_silence(Workspace& workspace, Instant now)
{
    std::optional<Instant> next;
    const auto consider = [&next, now](const std::optional<Instant>& at) {
        if (at && *at > now && (!next || *at < *next)) next = at;
    };
    for (const auto& one : workspace.referrals()) {
        const auto& organisation = workspace.log().organisation();
        const bool is_noticed_here =
            one.to == organisation || (one.to.text().empty() && one.from == organisation);
        if (!is_noticed_here) continue;
        if (!one.silence_noticed) consider(one.answer_by);
        if (!one.managers_told) consider(one.managers_at);
    }
    return next;
}

}  // namespace safelead::app
