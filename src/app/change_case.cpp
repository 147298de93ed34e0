#include "app/allow.h"
#include "app/cases.h"
#include "app/changing_case.h"
#include "app/linking_cases.h"
#include "app/no_names.h"
#include "app/said.h"
#include "app/seen_by.h"
#include "app/typed_fields.h"
#include "app/who_reads.h"
#include "app/write_concern.h"
#include "base/overloaded.h"

namespace safelead::app {
namespace {

access::Action action_for(const record::CaseCommand& change)
{
    using access::Action;
    return std::visit(Overloaded{
                          [](const record::MakeDecision&) { return Action::decide_route; },
                          [](const record::CloseCase&) { return Action::decide_route; },
                          [](const record::ReopenCase&) { return Action::decide_route; },
                          // Whoever writes a call down is not the one who agreed in it.
                          [](const record::SignOffDecision& sign) {
                              return sign.called ? Action::decide_route : Action::sign_off;
                          },
                          [](const record::RefuseSignOff&) { return Action::sign_off; },
                          [](const record::RecordReferral&) { return Action::record_referral; },
                          [](const record::RecordGivenBack&) { return Action::record_referral; },
                          [](const record::FinishTask&) { return Action::settle_task; },
                          [](const record::DropTask&) { return Action::settle_task; },
                          // Whoever a record of viewing names signs it, as who they are in it.
                          [](const record::KeepRecord& keep) {
                              return std::holds_alternative<record::ViewingSigned>(keep.record)
                                         ? Action::settle_task
                                         : Action::change_case;
                          },
                          [](const auto&) { return Action::change_case; },
                      },
                      change);
}

void set_by(record::CaseCommand& change, const PersonId& by)
{
    std::visit(
        Overloaded{
            [&](record::RecordConsultation& c) { c.consulted.by = by; },
            [&](record::RecordReferral& c) { c.referral.by = by; },
            [&](record::RecordGivenBack& c) { c.given_back.by = by; },
            [&](record::AddNote& c) { c.note.by = by; },
            [&](record::KeepRecord& c) { std::visit([&](auto& record) { record.by = by; }, c.record); },
            [](record::PassTaskUp&) {},
            [](record::EndOpening&) {},
            [](record::OpenReferralLink&) {},
            [&](auto& c) { c.by = by; },
        },
        change);
}

/// A date of birth is kept in the child's own record and nowhere else.
Outcome<Done> write_born(Writing& writing, const ChangingCase& changing, const record::ChildId& child,
                         Date born)
{
    const auto known = changing.workspace().child(child);
    if (!known) return fail(NotThere{});
    if (known->it->identity.born == born) return Done{};
    auto identity = known->it->identity;
    identity.born = born;
    const auto stream = stream_of(child);
    writing.expect(stream, known->position);
    const record::CorrectChild correct{changing.by(), std::move(identity),
                                       "Date of birth established in a case."};
    for (auto& event : SL_TRY(record::decide(*known->it, correct, changing.today())))
        writing.add(stream, ledger::shared_part(), std::move(event));
    return Done{};
}

Outcome<Writing> write_description(const ChangingCase& changing, record::DescribePerson describe)
{
    Writing writing;
    const auto of = changing.now_known();
    const auto* child = of ? child_of(*of->it, describe.ref) : nullptr;
    if (child != nullptr) {
        const auto known = changing.workspace().child(*child);
        if (!describe.born && known) describe.born = known->it->identity.born;
        if (describe.born) SL_TRY(write_born(writing, changing, *child, *describe.born));
    }
    SL_TRY(changing.write(writing, describe));
    return writing;
}

Outcome<Writing> write_joining(const ChangingCase& changing, const record::JoinConcern& join)
{
    Writing writing;
    SL_TRY(changing.write(writing, join));
    SL_TRY(write_concern(writing, changing.workspace(), join.concern,
                         record::TakeIntoCase{changing.by(), changing.id()}));
    return writing;
}

Outcome<Writing> write_adding(const ChangingCase& changing, const record::AddPerson& add)
{
    if (add.child && !changing.workspace().child(*add.child)) return fail(NotThere{});
    Writing writing;
    // As in a report: somebody may erase them just now.
    if (add.child) writing.name(stream_of(*add.child), ledger::shared_part());
    SL_TRY(changing.write(writing, add));
    return writing;
}

Outcome<Writing> write_change(const ChangingCase& changing, const record::CaseCommand& change)
{
    return std::visit(
        Overloaded{
            [&](const record::DescribePerson& describe) { return write_description(changing, describe); },
            [&](const record::JoinConcern& join) { return write_joining(changing, join); },
            [&](const record::AddPerson& add) { return write_adding(changing, add); },
            [&](const record::KeepRecord& keep) -> Outcome<Writing> {
                Writing writing;
                SL_TRY(changing.write(writing, keep));
                SL_TRY(write_other_side(writing, changing, keep));
                return writing;
            },
            [&](const auto& other) -> Outcome<Writing> {
                Writing writing;
                SL_TRY(changing.write(writing, other));
                return writing;
            },
        },
        change);
}

Outcome<Done> may_settle(Workspace& workspace, const Actor& actor, const record::CaseCommand& change)
{
    const auto* join = std::get_if<record::JoinConcern>(&change);
    if (join == nullptr) return Done{};
    const auto concern = workspace.concern(join->concern);
    if (!concern) return fail(NotThere{});
    return allow(actor, access::Action::settle_concern, workspace.subject_of(*concern->it));
}

/// A child whom they do not know of is a number that nobody has. docs/adr/0238.
Outcome<Done> may_add(Workspace& workspace, const Actor& actor, const record::CaseCommand& change)
{
    const auto* add = std::get_if<record::AddPerson>(&change);
    if (add == nullptr || !add->child || SeenBy{workspace, actor.who()}.knows(*add->child)) return Done{};
    return fail(NotThere{});
}

}  // namespace

Later<Outcome<CaseChanged>> change_case(Safelead& safelead, const Actor& actor, const CommandId& command,
                                        const record::Reference& reference, record::CaseCommand change)
{
    if (std::holds_alternative<record::OpenCase>(change)) throw_bug("a case is opened by open_case");
    if (std::holds_alternative<record::PassTaskUp>(change)) throw_bug("only the program passes a task up");
    if (std::holds_alternative<record::OpenByForce>(change) ||
        std::holds_alternative<record::EndOpening>(change))
        throw_bug("a case is opened by force by open_by_force, and only the program ends that");
    if (std::holds_alternative<record::MakeReferralLink>(change) ||
        std::holds_alternative<record::OpenReferralLink>(change) ||
        std::holds_alternative<record::RevokeReferralLink>(change))
        throw_bug("links to referrals are made, opened and taken back by shared_links");
    if (std::holds_alternative<record::KeepPoliceRecorded>(change) ||
        std::holds_alternative<record::FollowLadder>(change))
        throw_bug("only the program writes what a referral means for its case");
    auto& parts = safelead.parts();
    auto begun = begin_change(parts, actor, command, reference, action_for(change));
    if (!begun) return Outcome<CaseChanged>{fail(std::move(begun).error())};
    const auto changing = *std::move(begun);
    if (auto allowed = may_settle(changing->workspace(), actor, change); !allowed)
        return Outcome<CaseChanged>{fail(std::move(allowed).error())};
    tidy_reference(change);
    if (auto allowed = may_link(changing->workspace(), actor, reference, change); !allowed)
        return Outcome<CaseChanged>{fail(std::move(allowed).error())};
    if (auto allowed = may_add(changing->workspace(), actor, change); !allowed)
        return Outcome<CaseChanged>{fail(std::move(allowed).error())};
    if (auto allowed = may_settle_who_reads(parts, changing->workspace(), actor, reference, change); !allowed)
        return Outcome<CaseChanged>{fail(std::move(allowed).error())};
    if (auto nobody = names_nobody(changing->workspace(), reference, change); !nobody)
        return Outcome<CaseChanged>{fail(std::move(nobody).error())};

    WordsGate gate;
    std::visit([&](auto& typed) { gate(typed); }, change);
    set_by(change, actor.person);
    Said said{"change case"};
    said(reference);
    said(change.index());
    std::visit([&](const auto& typed) { said(typed); }, change);
    return carry_out_change(changing, said.bytes(), gate.taken_out(),
                            [changing, change] { return write_change(*changing, change); });
}

Later<Outcome<CaseChanged>> join_concern(Safelead& safelead, const Actor& actor, const CommandId& command,
                                         const record::Reference& reference, const record::Reference& concern)
{
    auto workspace = workspace_of(safelead.parts(), actor);
    if (!workspace) return Outcome<CaseChanged>{fail(std::move(workspace).error())};
    const auto found = find_concern(**workspace, actor, concern, access::Action::settle_concern);
    if (!found) return Outcome<CaseChanged>{fail(found.error())};
    return change_case(safelead, actor, command, reference,
                       record::JoinConcern{actor.person, found->it->reported.concern});
}

Later<Outcome<CaseChanged>> add_new_child(Safelead& safelead, const Actor& actor, const CommandId& command,
                                          const record::Reference& reference, record::Identity identity)
{
    auto begun = begin_change(safelead.parts(), actor, command, reference, access::Action::change_case);
    if (!begun) return Outcome<CaseChanged>{fail(std::move(begun).error())};
    const auto changing = *std::move(begun);

    WordsGate gate;
    gate(identity);
    Said said{"add new child"};
    said(reference);
    said(identity);
    return carry_out_change(
        changing, said.bytes(), gate.taken_out(), [changing, identity]() -> Outcome<Writing> {
            const auto child = changing->ids().id<record::ChildId>("child");
            const record::AddChild add{child, changing->by(), record::ChildKnownBy::case_work, identity};
            const auto stream = stream_of(child);
            const auto known = changing->workspace().child(child);
            Writing writing;
            writing.expect(stream, known ? known->position : ledger::StreamPosition::start);
            for (auto& event :
                 SL_TRY(record::decide(known ? *known->it : record::Child{}, add, changing->today())))
                writing.add(stream, ledger::shared_part(), std::move(event));
            SL_TRY(changing->write(writing, record::AddPerson{changing->by(), child, ""}));
            return writing;
        });
}

}  // namespace safelead::app
