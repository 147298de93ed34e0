// What whoever has opened a link to a referral reads, and answers.

#include "app/kept_links.h"
#include "app/record_view.h"
#include "app/referral_parts.h"
#include "app/refused.h"
#include "app/shared_links.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

/// Whoever answers by a link acts in the sender's record for somebody who has no place in it.
Actor as_receiver(Parts& parts, const SharedByLink& shared)
{
    const auto partnership = parts.partnership();
    const auto* sender = partnership->organisation(shared.sender);
    return {PersonId{""},
            shared.sender,
            {},
            SessionId{""},
            {},
            sender == nullptr ? std::string{} : sender->name,
            sender == nullptr ? directory::Standing::real : sender->standing};
}

/// The record says so from the moment it is kept, whatever becomes of what passes.
bool is_taken_back(Workspace& workspace, const record::Referral& referral)
{
    const auto of = workspace.one_case(referral.of);
    if (!of || workspace.is_stopped(stream_of(referral.of))) return false;
    return std::ranges::find(of->it->links, referral.reference.text(), &record::ReferralLink::referral) ==
           of->it->links.end();
}

/// What whoever opened a link may still read.
std::optional<FoldedReferral> referral_open_to(Parts& parts, const SharedByLink& shared)
{
    auto found = referral_shared(parts, shared);
    if (!found || !record::opens_by_link(found->it->state)) return std::nullopt;
    if (is_taken_back(*parts.find_workspace(shared.sender), *found->it)) return std::nullopt;
    return found;
}

}  // namespace

std::optional<ReferralView> shared_referral(Safelead& safelead, const std::string& pass)
{
    auto& parts = safelead.parts();
    const auto shared = shared_by_pass(parts, pass);
    if (!shared) return std::nullopt;
    const auto found = referral_open_to(parts, *shared);
    if (!found) return std::nullopt;
    auto view = view_of(safelead, as_receiver(parts, *shared), *found, record::Side::receiver);
    view.may_act = true;
    return view;
}

Later<Outcome<ReferralView>> read_shared(Safelead& safelead, const std::string& pass)
{
    auto& parts = safelead.parts();
    const auto shared = shared_by_pass(parts, pass);
    auto* workspace = shared ? parts.find_workspace(shared->sender) : nullptr;
    if (workspace == nullptr || !referral_open_to(parts, *shared)) return refused<ReferralView>(NotThere{});
    return record_view(parts, *workspace, as_receiver(parts, *shared), pass_id(pass),
                       exchange::SharedReferralViewed{shared->referral, shared->whom})
        .then([&safelead, pass](Outcome<Kept> kept) -> Outcome<ReferralView> {
            (void)SL_TRY(std::move(kept));
            auto view = shared_referral(safelead, pass);
            if (!view) return fail(NotThere{});  // Taken back a moment ago.
            return *std::move(view);
        });
}

std::optional<LinkSender> sender_of_pass(Safelead& safelead, const std::string& pass)
{
    auto& parts = safelead.parts();
    const auto made_by = maker_of(parts, pass);
    if (!made_by) return std::nullopt;
    const auto partnership = parts.partnership();
    const auto* sender = partnership->organisation(*made_by);
    if (sender == nullptr) return std::nullopt;
    const auto receiver = as_receiver(parts, {sender->id, record::ReferralId{""}, {}, {}});
    return LinkSender{sender->name, sender->dsl_telephone.empty() ? sender->telephone : sender->dsl_telephone,
                      agencies_here(safelead, receiver)};
}

Later<Outcome<ReferralChanged>> answer_by_link(Safelead& safelead, const std::string& pass,
                                               const CommandId& command, record::StepSaid said,
                                               std::string who)
{
    auto& parts = safelead.parts();
    const auto shared = shared_by_pass(parts, pass);
    if (!shared) return refused<ReferralChanged>(NotThere{});
    const auto found = referral_open_to(parts, *shared);
    if (!found) return refused<ReferralChanged>(NotThere{});
    return take_step_for(safelead, as_receiver(parts, *shared), std::move(who),
                         fmt::format("by a link that was made for {}", shared->whom), command, *found->it,
                         std::move(said));
}

}  // namespace safelead::app
