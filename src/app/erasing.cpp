#include "app/erasing.h"

#include "app/after_erasing.h"
#include "app/allow.h"
#include "app/carry_out.h"
#include "app/child_records.h"
#include "app/copies_outside.h"
#include "app/new_ids.h"
#include "app/own_password.h"
#include "app/parts.h"
#include "app/said.h"
#include "app/what_goes.h"

#include <algorithm>
#include <map>
#include <set>

namespace safelead::app {
namespace {

using Why = std::optional<record::ErasureRefusal>;

/// Somebody's step in holding or erasing one child.
struct Step {
    Parts& parts;
    Workspace& workspace;
    Actor actor;
    record::ChildId child;  ///< Of the records of one child the one that was held, or asked about.
    record::ChildId shown;  ///< Whose page they are on.
    SeenBy seen;            ///< What they may know of the child.
    NewIds ids;
};

ErasureOutcome<Step> begin_step(Safelead& safelead, const Actor& actor, const CommandId& command,
                                const record::ChildId& child, access::Action action)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return fail(ErasureNotDone{std::move(workspace).error()});
    auto& of = **workspace;
    if (!of.child(child)) return fail(ErasureNotDone{NotDone{NotThere{}}});
    if (of.is_stopped(stream_of_erasures())) return fail(ErasureNotDone{NotDone{RecordStopped{}}});
    const SeenBy seen{of, actor.who()};
    const auto allowed = seen.allow(action, child);
    if (!allowed) {
        const auto* why = std::get_if<NotAllowed>(&allowed.error());
        if (why != nullptr && why->why == access::WhyNot::own_decision)
            return fail(ErasureNotDone{record::ErasureRefusal::own_request});
        return fail(ErasureNotDone{allowed.error()});
    }
    return Step{parts,
                of,
                actor,
                standing_of_records(of, child, seen.records_of(child)).of,
                child,
                seen,
                NewIds{of.log(), actor.person.text(), command}};
}

/// To ask for an erasure, or agree to it. What does not open may be about the child, whatever it is: its keys
/// would be passed over, and the certificate would say that all went. Holds, which keep, are set and lifted
/// all the same.
ErasureOutcome<Step> begin_erasing(Safelead& safelead, const Actor& actor, const CommandId& command,
                                   const record::ChildId& child, access::Action action)
{
    auto step = begin_step(safelead, actor, command, child, action);
    if (step && step->workspace.stopped_streams() != 0) return fail(ErasureNotDone{NotDone{RecordStopped{}}});
    return step;
}

/// Somebody in their organisation as what they are there today.
SeenBy seen_by(const Step& step, const PersonId& person)
{
    const auto& organisation = step.actor.organisation;
    return {step.workspace, {person, organisation, step.parts.partnership()->roles_of(person, organisation)}};
}

/// Carries out one event of the child's part of the stream, if `check` lets it.
template <class Event, class Check>
Later<ErasureOutcome<Done>> keep(const Step& step, std::string_view what, Event event, Check check)
{
    WordsGate gate;
    gate(event.why);
    event.child = step.child;
    Said said{what};
    said(step.shown);
    said(text_of(bytes_of_event(std::make_shared<const record::ErasureEvent>(event))));
    auto refused = std::make_shared<Why>();
    const auto decide = [&workspace = step.workspace, child = step.child, event, check,
                         refused]() -> Outcome<Writing> {
        // Before how it stands: what comes between is a conflict then, and decided on again.
        const auto seen = workspace.seen_of(stream_of_erasures());
        const auto standing = workspace.standing_of(child);
        if (const auto checked = check(standing, event); !checked) {
            *refused = checked.error();
            return fail(NotThere{});
        }
        Writing writing;
        writing.expect(stream_of_erasures(), seen);
        writing.add(stream_of_erasures(), part_of(child), record::ErasureEvent{event});
        return writing;
    };
    return carry_out(step.workspace, {step.ids.command(), said.bytes(), step.parts.now(), {}, decide})
        .then([refused](Outcome<Kept> kept) -> ErasureOutcome<Done> {
            if (kept) return Done{};
            if (*refused) return fail(ErasureNotDone{**refused});
            return fail(ErasureNotDone{std::move(kept).error()});
        });
}

template <class Event, class Check>
Later<ErasureOutcome<Done>> take_step(ErasureOutcome<Step> step, std::string_view what, Event event,
                                      Check check)
{
    if (!step) return ErasureOutcome<Done>{fail(std::move(step).error())};
    return keep(*step, what, std::move(event), check);
}

/// How far each stream was when it was looked at.
using Positions = std::map<ledger::StreamId, ledger::StreamPosition>;

/// Each key once, though two records of the same child may be in one case.
std::set<std::pair<ledger::StreamId, ledger::PartId>> keys_in(const AllThatGoes& all)
{
    std::set<std::pair<ledger::StreamId, ledger::PartId>> keys;
    for (const auto& one : all.goes) keys.insert(one.keys.begin(), one.keys.end());
    return keys;
}

/// Other keys may go than those that were looked for, so often: somebody writes about the child all the time.
constexpr int most_looks = 8;

/// What is left of the keys in old pages, and drafts; `id` once that is done.
Later<ErasureOutcome<record::ErasureId>> clean_up(Parts& parts, Workspace& workspace, record::ErasureId id)
{
    const ErasureOutcome<record::ErasureId> erased{std::move(id)};
    auto cleaning = parts.workers.run([&parts, &workspace] {
        clean_up_after_erasing(parts, workspace);
        return Done{};
    });
    if (!cleaning) {
        // Too much to do just now. Old wrapped keys and pages wait for the timer; what was typed can't.
        remove_drafts_of_erased(parts, workspace);
        return erased;
    }
    return std::move(*cleaning).then([erased](Done) { return erased; });
}

/// Keys first, in one append with the certificate; then the rest is cleaned up.
class Erasing : public std::enable_shared_from_this<Erasing> {
public:
    explicit Erasing(Step step) : step_{std::move(step)} {}

    Later<ErasureOutcome<record::ErasureId>> begin()
    {
        const auto decide = [self = shared_from_this()] { return self->decide(); };
        Said said{"agree erasure"};
        said(step_.shown);
        note_erasing(step_.parts, step_.actor.organisation, id());
        return carry_out(step_.workspace, {step_.ids.command(), said.bytes(), step_.parts.now(), {}, decide})
            .then(
                [self = shared_from_this()](Outcome<Kept> kept) -> Later<ErasureOutcome<record::ErasureId>> {
                    if (kept) return clean_up(self->step_.parts, self->step_.workspace, self->id());
                    self->forget_if_refused();
                    if (self->refused_)
                        return ErasureOutcome<record::ErasureId>{fail(ErasureNotDone{*self->refused_})};
                    return ErasureOutcome<record::ErasureId>{fail(ErasureNotDone{std::move(kept).error()})};
                });
    }

private:
    struct Looked {
        AllThatGoes all;
        ledger::LogPosition log;  ///< How far it was: whatever comes after may name the child.
        Positions positions;      ///< Of every stream that something goes of, and of the stream of erasures.
    };

    /// The positions before what goes: what comes between is a conflict then, and decided on again. The other
    /// way round, keys would be destroyed although a hold was set between. Nothing where what goes changes
    /// each time.
    std::optional<Looked> look() const
    {
        auto& workspace = step_.workspace;
        const auto log = workspace.read_to_the_end();
        auto keys = keys_in(all_that_goes(workspace, step_.shown, step_.seen));
        for (int looks = 0; looks < most_looks; ++looks) {
            Positions positions{{stream_of_erasures(), workspace.seen_of(stream_of_erasures())}};
            for (const auto& [stream, part] : keys)
                if (!positions.contains(stream)) positions.emplace(stream, workspace.seen_of(stream));
            auto all = all_that_goes(workspace, step_.shown, step_.seen);
            auto keys_now = keys_in(all);
            if (keys_now == keys) return Looked{std::move(all), log, std::move(positions)};
            keys = std::move(keys_now);
        }
        return std::nullopt;
    }

    Outcome<Writing> decide()
    {
        auto& workspace = step_.workspace;
        auto looked = look();
        if (!looked) return fail(Crowded{});
        // Some is found only as it is read: what was in a snapshot was not read since.
        if (workspace.stopped_streams() != 0) return fail(RecordStopped{});
        auto& all = looked->all;
        records_ = std::move(all.records);
        const auto& goes = all.goes;
        const auto standing = standing_of_records(workspace, step_.shown, records_).standing;
        // What came since it was asked may be nothing that whoever asked may read.
        if (standing.asked && !all.open.not_all_read)
            all.open.not_all_read =
                all_that_goes(workspace, step_.shown, seen_by(step_, standing.asked->by)).open.not_all_read;
        if (const auto may = record::may_agree(standing, step_.actor.person, all.open); !may) {
            refused_ = may.error();
            return fail(NotThere{});
        }
        Writing writing;
        destroy(writing, goes, looked->positions);
        // A report about the child is in streams that nobody knew of, so their positions don't tell of it.
        writing.expect_log(looked->log);
        for (std::size_t at = 0; at < records_.size(); ++at) {
            const auto& one = goes[at];
            writing.add(stream_of_erasures(), ledger::shared_part(),
                        record::ErasureEvent{record::ChildErased{
                            id(at), records_[at], standing.asked->reason, standing.asked->by,
                            standing.asked_at, step_.actor.person, one.cases, one.concerns, one.kept_concerns,
                            copies_outside(workspace, standing.asked->copies_with, one.cases),
                            one.conversations, one.as_usual}});
        }
        return writing;
    }

    /// Nothing is expected of a stream that nobody folds: that of a name left in a conversation.
    static void destroy(Writing& writing, const std::vector<WhatGoes>& goes, const Positions& positions)
    {
        writing.expect(stream_of_erasures(), positions.at(stream_of_erasures()));
        std::set<std::pair<ledger::StreamId, ledger::PartId>> keys;
        for (const auto& one : goes)
            for (const auto& [stream, part] : one.keys) {
                if (const auto seen = positions.at(stream); seen != ledger::StreamPosition::start)
                    writing.expect(stream, seen);
                if (keys.emplace(stream, part).second) writing.destroy(stream, part);
            }
    }

    /// Not where it is erased already: that may have been the same command, sent twice.
    void forget_if_refused() const
    {
        if (refused_ && *refused_ != record::ErasureRefusal::erased) forget_erasing(step_.parts, id());
    }

    [[nodiscard]] record::ErasureId id(std::size_t number = 0) const
    {
        return step_.ids.id<record::ErasureId>("erasure", number);
    }

    Step step_;
    std::vector<record::ChildId> records_;  ///< All that are of the child; the one shown first.
    std::optional<record::ErasureRefusal> refused_;
};

}  // namespace

Later<ErasureOutcome<Done>> hold_child(Safelead& safelead, const Actor& actor, const CommandId& command,
                                       const record::ChildId& child, std::string why)
{
    return take_step(begin_step(safelead, actor, command, child, access::Action::decide_route), "hold child",
                     record::HoldSet{child, actor.person, std::move(why)},
                     [](const auto& standing, const auto& asked) { return may_hold(standing, asked); });
}

Later<ErasureOutcome<Done>> lift_hold(Safelead& safelead, const Actor& actor, const CommandId& command,
                                      const record::ChildId& child, std::string why)
{
    return take_step(begin_step(safelead, actor, command, child, access::Action::decide_route), "lift hold",
                     record::HoldLifted{child, actor.person, std::move(why)},
                     [](const auto& standing, const auto& asked) { return may_lift(standing, asked); });
}

Later<ErasureOutcome<Done>> ask_erasure(Safelead& safelead, const Actor& actor, const CommandId& command,
                                        const record::ChildId& child, ErasureWish wish)
{
    auto step = begin_erasing(safelead, actor, command, child, access::Action::decide_route);
    if (!step) return ErasureOutcome<Done>{fail(std::move(step).error())};
    auto& workspace = step->workspace;
    const auto seen = step->seen;
    std::vector<std::shared_ptr<const record::Conversation>> said_to_be_theirs;
    std::vector<record::ConversationId> theirs;
    for (const auto& one : may_be_theirs(workspace, child, seen)) {
        if (std::ranges::find(wish.conversations, one->started.reference) == wish.conversations.end())
            continue;
        said_to_be_theirs.push_back(one);
        theirs.push_back(one->started.conversation);
    }
    return take_step(std::move(step), "ask erasure",
                     record::ErasureAsked{child, actor.person, wish.reason, std::move(wish.why),
                                          std::move(wish.copies_with), std::move(theirs)},
                     [&workspace, seen, child, said_to_be_theirs](const auto& standing, const auto& asked) {
                         auto open = all_that_goes(workspace, child, seen).open;
                         // Nobody has asked yet, so these are not among what goes.
                         for (const auto& one : said_to_be_theirs)
                             open.a_held_conversation |= is_held(workspace, *one);
                         return may_ask(standing, asked, open);
                     });
}

Later<ErasureOutcome<Done>> refuse_erasure(Safelead& safelead, const Actor& actor, const CommandId& command,
                                           const record::ChildId& child, std::string why)
{
    return take_step(begin_step(safelead, actor, command, child, access::Action::read_child),
                     "refuse erasure", record::ErasureRefused{child, actor.person, std::move(why)},
                     [](const auto& standing, const auto& asked) { return may_refuse(standing, asked); });
}

Later<ErasureOutcome<record::ErasureId>> agree_erasure(Safelead& safelead, const Actor& actor,
                                                       const CommandId& command, const record::ChildId& child,
                                                       std::string password)
{
    using Answer = ErasureOutcome<record::ErasureId>;
    // Sent twice: the answer is the first one's. What was left to do after it may not be done.
    if (auto* of = safelead.parts().find_workspace(actor.organisation))
        if (const auto earlier = of->standing_of(child).erased;
            earlier && SeenBy{*of, actor.who()}.may(access::Action::sign_off, child))
            return clean_up(safelead.parts(), *of, *earlier);
    auto step = begin_erasing(safelead, actor, command, child, access::Action::sign_off);
    if (!step) return Answer{fail(std::move(step).error())};
    auto erasing = std::make_shared<Erasing>(*std::move(step));
    return check_own_password(safelead, actor, std::move(password))
        .then([erasing](PasswordTyped typed) -> Later<Answer> {
            if (typed == PasswordTyped::crowded) return Answer{fail(ErasureNotDone{NotDone{Crowded{}}})};
            if (typed == PasswordTyped::too_many) return Answer{fail(ErasureNotDone{TooManyPasswords{}})};
            if (typed == PasswordTyped::wrong) return Answer{fail(ErasureNotDone{WrongPassword{}})};
            return erasing->begin();
        });
}

}  // namespace safelead::app
