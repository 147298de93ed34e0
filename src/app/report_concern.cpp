#include "app/report_concern.h"

#include "access/lead_and_head.h"
#include "app/allow.h"
#include "app/carry_out.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/reporting.h"
#include "app/said.h"
#include "app/seen_by.h"
#include "app/typed_fields.h"

#include <algorithm>

namespace safelead::app {
namespace {

/// As much as the reporter knows; whoever takes the report on finds out the rest.
record::Identity identity_of(const NotOnList& child)
{
    record::Identity identity;
    identity.given_name = child.name;
    identity.school = child.detail;
    return identity;
}

class Reporting {
public:
    Reporting(Workspace& workspace, const Actor& actor, const CommandId& command, Report report, Instant now,
              Date today, record::LeadAndHead lead_and_head, WriteAlso also, std::optional<Sending> sending)
        : workspace_{workspace},
          actor_{actor},
          sending_{std::move(sending)},
          ids_{workspace.log(), sending_ ? sending_->whose : actor.person.text(), command},
          report_{std::move(report)},
          now_{now},
          today_{today},
          lead_and_head_{lead_and_head},
          also_{std::move(also)},
          concern_{ids_.id<record::ConcernId>("concern")},
          reference_{ids_.reference('R', [&](const record::Reference& taken) {
              const auto other = workspace_.concern(taken);
              return other && other->it->reported.concern != concern_;
          })}
    {
    }

    ToCarryOut command(Bytes content)
    {
        return {ids_.command(), std::move(content), now_, std::string{reference_.text()},
                [this] { return decide(); }};
    }

    Reported reported(const Kept& kept) const
    {
        Reported reported{concern_, reference_, kept.at};
        // What was decided last is what was kept: a journey less where the store is a database.
        if (kept.turn == ledger::Turn::first && routed_to_)
            reported.routed_to = *routed_to_;
        else if (const auto there = workspace_.concern(concern_))
            reported.routed_to = there->it->reported.routed_to;
        return reported;
    }

private:
    /// Anybody may name a child of the school's list; of another, only whoever knows of them. docs/adr/0238.
    bool may_be_named(const record::ChildId& child) const
    {
        const auto known = workspace_.child(child);
        if (!known) return false;
        return known->it->known_by == record::ChildKnownBy::school_list ||
               SeenBy{workspace_, actor_.who()}.knows(child);
    }

    Outcome<Writing> decide()
    {
        routed_to_.reset();
        if (sending_) SL_TRY(sending_->may());
        SL_TRY(allow(actor_, access::Action::report_concern));
        Writing writing;
        std::vector<record::ChildId> children;
        for (const auto& child : report_.children) {
            if (!may_be_named(child)) return fail(NotThere{});
            // Somebody may erase them just now, maybe at another server. docs/adr/0254.
            writing.name(stream_of(child), ledger::shared_part());
            children.push_back(child);
        }
        for (std::size_t i = 0; i < report_.not_on_list.size(); ++i)
            children.push_back(SL_TRY(write_child(writing, i)));

        const record::ReportConcern asked{concern_,
                                          reference_,
                                          actor_.person,
                                          std::move(children),
                                          report_.words,
                                          report_.when,
                                          report_.where,
                                          report_.danger_now,
                                          report_.child_now,
                                          report_.staff_involved,
                                          report_.people_involved,
                                          report_.told_lead_in_person,
                                          report_.staff_exposure,
                                          sending_ ? std::optional{sending_->by} : std::nullopt,
                                          lead_and_head_};
        const auto before = workspace_.concern(concern_);
        const auto stream = stream_of(concern_);
        writing.expect(stream, before ? before->position : ledger::StreamPosition::start);
        for (auto& event : SL_TRY(decide(before, asked))) {
            if (const auto* reported = std::get_if<record::ConcernReported>(&event))
                routed_to_ = reported->routed_to;
            writing.add(stream, ledger::shared_part(), std::move(event));
        }
        if (also_) SL_TRY(also_(writing, concern_));
        return writing;
    }

    static Result<std::vector<record::ConcernEvent>, record::ConcernRefusal> decide(
        const std::optional<FoldedConcern>& before, const record::ReportConcern& asked)
    {
        return record::decide(before ? *before->it : record::Concern{}, asked);
    }

    Outcome<record::ChildId> write_child(Writing& writing, std::size_t number) const
    {
        const auto id = ids_.id<record::ChildId>("child", number);
        const record::AddChild asked{id, actor_.person, record::ChildKnownBy::reported,
                                     identity_of(report_.not_on_list[number])};
        const auto stream = stream_of(id);
        writing.expect(stream, ledger::StreamPosition::start);
        for (auto& event : SL_TRY(record::decide(record::Child{}, asked, today_)))
            writing.add(stream, ledger::shared_part(), std::move(event));
        return id;
    }

    Workspace& workspace_;
    Actor actor_;
    std::optional<Sending> sending_;
    NewIds ids_;
    Report report_;
    Instant now_;
    Date today_;
    record::LeadAndHead lead_and_head_;
    WriteAlso also_;
    record::ConcernId concern_;
    record::Reference reference_;
    std::optional<record::RoutedTo> routed_to_;  ///< As it was decided last.
};

Later<Outcome<Reported>> keep_report(Safelead& safelead, const Actor& actor, const CommandId& command,
                                     Report report, WriteAlso also, std::optional<Sending> sending)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return Outcome<Reported>{fail(std::move(workspace).error())};

    WordsGate gate;
    gate(report);
    Said said{"report concern"};
    said(report);
    if (sending) said(actor.person);

    auto reporting = std::make_shared<Reporting>(
        **workspace, actor, command, std::move(report), parts.now(), parts.today(),
        access::lead_and_head_of(*parts.partnership(), actor.organisation), std::move(also),
        std::move(sending));
    return carry_out(**workspace, reporting->command(said.bytes()))
        .then([reporting, taken_out = gate.taken_out()](Outcome<Kept> kept) -> Outcome<Reported> {
            auto reported = reporting->reported(SL_TRY(std::move(kept)));
            reported.taken_out = taken_out;
            return reported;
        });
}

}  // namespace

Later<Outcome<Reported>> report_concern(Safelead& safelead, const Actor& actor, const CommandId& command,
                                        Report report)
{
    return report_concern_and(safelead, actor, command, std::move(report), {});
}

Later<Outcome<Reported>> report_concern_and(Safelead& safelead, const Actor& actor, const CommandId& command,
                                            Report report, WriteAlso also)
{
    return keep_report(safelead, actor, command, std::move(report), std::move(also), std::nullopt);
}

Later<Outcome<Reported>> report_concern_by(Safelead& safelead, const Actor& reporter,
                                           const CommandId& command, Report report, Sending sending)
{
    return keep_report(safelead, reporter, command, std::move(report), {}, std::move(sending));
}

}  // namespace safelead::app
