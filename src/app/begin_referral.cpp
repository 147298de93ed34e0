// A referral that is not sent yet: begun from the case, and written.

#include "app/drafting_referral.h"
#include "app/new_ids.h"
#include "app/referral_parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/typed_fields.h"
#include "record/referral_draft.h"

namespace safelead::app {
namespace {

record::BeginReferral beginning(const ChangingCase& changing, const record::Agency& to, Drafted drafted)
{
    const auto id = changing.ids().id<record::ReferralId>("referral");
    const auto reference = changing.ids().reference('R', [&](const record::Reference& taken) {
        const auto other = changing.workspace().referral(taken);
        return other && other->it->id != id;
    });
    return {id,
            reference,
            changing.by(),
            changing.id(),
            to,
            {},
            std::move(drafted.words),
            std::move(drafted.children)};
}

/// Whom the sender chose: somebody with an account here, or somebody without, as they call them.
Outcome<record::Agency> agency_asked(Safelead& safelead, const Actor& actor, const NewReferral& asked)
{
    if (asked.not_here) return record::Agency{OrganisationId{""}, asked.not_here->name, asked.not_here->kind};
    for (const auto& one : agencies_here(safelead, actor))
        if (one.agency.id == asked.to && (one.agency.kind == record::AgencyKind::lado) == asked.for_lado)
            return one.agency;
    return fail(record::ReferralRefusal{record::ReferralRefused::not_said, "to"});
}

}  // namespace

Later<Outcome<ReferralChanged>> begin_referral(Safelead& safelead, const Actor& actor,
                                               const CommandId& command, const record::Reference& of,
                                               NewReferral asked)
{
    auto& parts = safelead.parts();
    auto begun = begin_change(parts, actor, command, of, access::Action::record_referral);
    if (!begun) return refused<ReferralChanged>(std::move(begun).error());
    const auto changing = *std::move(begun);
    auto& workspace = changing->workspace();
    WordsGate gate;
    if (asked.not_here) gate(asked.not_here->name);
    const auto to = agency_asked(safelead, actor, asked);
    if (!to) return refused<ReferralChanged>(to.error());
    const auto known = changing->now_known();
    const auto* pack = known ? parts.packs.find(known->it->edition) : nullptr;
    if (pack == nullptr) return refused<ReferralChanged>(RecordStopped{});

    std::optional<FoldedReferral> followed;
    if (asked.follows) {
        auto found = find_in_case(workspace, changing->id(), *asked.follows);
        if (!found) return refused<ReferralChanged>(std::move(found).error());
        followed = *std::move(found);
    }
    auto begin =
        beginning(*changing, *to, draft_of(parts, workspace, actor, *known->it, *pack, asked.children));
    begin.words.called = record::call_known(*known->it, *to);
    if (followed) record::go_on_from(begin, *followed->it);
    begin.about = record::about_staff(*known->it, workspace.concerns_of(*known->it));
    begin.lado = lado_at(parts, to->id);
    Said said{"begin referral"};
    said(to->id);
    said(to->name);
    said(to->kind);
    said(asked.children);
    said(asked.follows);
    const auto reference = begin.reference;
    return carry_out_in_referral(
        changing, said.bytes(), reference, gate.taken_out(),
        [&parts, &workspace, begin = std::move(begin)]() -> Outcome<Writing> {
            Writing writing;
            SL_TRY(write_referral_events(writing, parts, workspace, begin.referral, begin));
            return writing;
        });
}

Later<Outcome<ReferralChanged>> write_referral(Safelead& safelead, const Actor& actor,
                                               const CommandId& command, const record::Reference& of,
                                               const record::Reference& referral, ReferralText text)
{
    auto& parts = safelead.parts();
    auto begun = begin_change(parts, actor, command, of, access::Action::record_referral);
    if (!begun) return refused<ReferralChanged>(std::move(begun).error());
    const auto changing = *std::move(begun);
    auto& workspace = changing->workspace();
    auto found = find_in_case(workspace, changing->id(), referral);
    if (!found) return refused<ReferralChanged>(std::move(found).error());

    WordsGate gate;
    gate(text.words);
    gate(text.children);
    Said said{"write referral"};
    said(found->it->id);
    said(text.words);
    said(text.children);
    return carry_out_in_referral(
        changing, said.bytes(), referral, gate.taken_out(),
        [&parts, &workspace, id = found->it->id,
         write = record::WriteReferral{actor.person, std::move(text.words), std::move(text.children),
                                       text.seen}]() -> Outcome<Writing> {
            Writing writing;
            SL_TRY(write_referral_events(writing, parts, workspace, id, write));
            return writing;
        });
}

}  // namespace safelead::app
