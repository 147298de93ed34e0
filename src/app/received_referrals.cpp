#include "app/allow.h"
#include "app/record_view.h"
#include "app/referral_parts.h"
#include "app/refused.h"

namespace safelead::app {

Outcome<FoldedReferral> find_received(Workspace& workspace, const Actor& actor,
                                      const record::Reference& reference, access::Action action)
{
    auto found = workspace.referral(reference);
    if (!found || !found->it->sent || found->it->to.id != actor.organisation) return fail(NotThere{});
    SL_TRY(allow(actor, action, subject_of(actor.organisation, record::summary_of(*found->it))));
    if (workspace.is_stopped(stream_of(found->it->id))) return fail(RecordStopped{});
    return *std::move(found);
}

Outcome<std::vector<ReferralLine>> received_referrals(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::see_referrals));
    auto& parts = safelead.parts();
    auto& workspace = *SL_TRY(workspace_of(parts, actor));
    std::vector<ReferralLine> lines;
    for (const auto& one : workspace.referrals()) {
        if (one.to != actor.organisation || one.number == 0) continue;
        const auto subject = subject_of(actor.organisation, one);
        if (!is_allowed(actor, access::Action::read_referral, subject)) continue;
        lines.push_back(line_of(parts, one, record::Side::receiver));
    }
    sort_lines(lines);
    return lines;
}

Later<Outcome<ReferralView>> read_referral(Safelead& safelead, const Actor& actor,
                                           const record::Reference& referral)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<ReferralView>(std::move(workspace).error());
    auto& of = **workspace;
    auto found = find_received(of, actor, referral, access::Action::read_referral);
    if (!found) return refused<ReferralView>(std::move(found).error());
    const auto id = found->it->id;
    return record_view(parts, of, actor, id.text(),
                       exchange::ReferralViewed{id, actor.person, role_names(actor)})
        .then([&safelead, &of, actor, id](Outcome<Kept> kept) -> Later<Outcome<ReferralView>> {
            if (!kept) return refused<ReferralView>(std::move(kept).error());
            const auto now_known = of.referral(id);
            if (!now_known) return refused<ReferralView>(NotThere{});
            auto view = view_of(safelead, actor, *now_known, record::Side::receiver);
            const auto subject = subject_of(actor.organisation, record::summary_of(*now_known->it));
            view.may_act = is_allowed(actor, access::Action::answer_referral, subject);
            view.may_see_reads = true;  // Whoever reads it sees who else did.
            if (!view.may_act) return Outcome<ReferralView>{std::move(view)};
            const int number = view.it->number();
            return keep_read_after_end(safelead.parts(), of, actor, id, number)
                // Where that can't be kept now, it is news the next time, and is shown all the same.
                .then([view = std::move(view)](const Outcome<Kept>&) mutable {
                    return Outcome<ReferralView>{std::move(view)};
                });
        });
}

Later<Outcome<ReferralChanged>> answer_referral(Safelead& safelead, const Actor& actor,
                                                const CommandId& command, const record::Reference& referral,
                                                record::StepSaid said)
{
    auto workspace = workspace_of(safelead.parts(), actor);
    if (!workspace) return refused<ReferralChanged>(std::move(workspace).error());
    auto found = find_received(**workspace, actor, referral, access::Action::answer_referral);
    if (!found) return refused<ReferralChanged>(std::move(found).error());
    return take_step(safelead, actor, command, *found->it, record::Side::receiver, std::move(said));
}

}  // namespace safelead::app
