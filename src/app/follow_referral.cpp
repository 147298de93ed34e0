// What the sender does in a referral that was sent: their own steps, and what an agency without an account
// answered.

#include "app/allow.h"
#include "app/referral_parts.h"
#include "app/refused.h"
#include "record/meeting_in_referral.h"

#include <fmt/format.h>

namespace safelead::app {
namespace {

struct ToFollow {
    FoldedCase in;
    FoldedReferral referral;
};

Outcome<ToFollow> find_to_follow(Safelead& safelead, const Actor& actor, const record::Reference& of,
                                 const record::Reference& referral)
{
    auto& workspace = *SL_TRY(workspace_of(safelead.parts(), actor));
    auto in = SL_TRY(find_case(workspace, actor, of, access::Action::record_referral));
    auto found = SL_TRY(find_in_case(workspace, in.it->id, referral));
    return ToFollow{std::move(in), std::move(found)};
}

}  // namespace

Later<Outcome<ReferralChanged>> follow_referral(Safelead& safelead, const Actor& actor,
                                                const CommandId& command, const record::Reference& of,
                                                const record::Reference& referral, record::StepSaid said)
{
    auto found = find_to_follow(safelead, actor, of, referral);
    if (!found) return refused<ReferralChanged>(std::move(found).error());
    if (said.meeting) {
        std::vector<int> actions;
        for (const auto& action : said.meeting->actions) actions.push_back(action.number);
        said.meeting = record::meeting_to_tell(*found->in.it, said.meeting->number, actions);
    }
    return take_step(safelead, actor, command, *found->referral.it, record::Side::sender, std::move(said));
}

Later<Outcome<ReferralChanged>> write_down_answer(Safelead& safelead, const Actor& actor,
                                                  const CommandId& command, const record::Reference& of,
                                                  const record::Reference& referral, record::StepSaid said,
                                                  std::string who)
{
    auto found = find_to_follow(safelead, actor, of, referral);
    if (!found) return refused<ReferralChanged>(std::move(found).error());
    // Whoever has an account answers themselves.
    if (!is_not_here(found->referral.it->to)) return refused<ReferralChanged>(NotThere{});
    return take_step_for(safelead, actor, std::move(who), fmt::format("written down by {}", actor.name),
                         command, *found->referral.it, std::move(said));
}

}  // namespace safelead::app
