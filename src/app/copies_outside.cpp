#include "app/copies_outside.h"

#include "record/kept_in.h"

#include <algorithm>

namespace safelead::app {
namespace {

/// The copy of an agency that is here is in its own record as soon as it is sent, and stays there. Another
/// has what it opened by a link, or was told since.
bool was_read(Workspace& workspace, const record::Case& of, const record::ReferralSummary& referral)
{
    if (referral.state != record::ReferralState::withdrawn || !referral.to.text().empty()) return true;
    const auto whole = workspace.referral(referral.id);
    return !whole || record::was_told_more(*whole->it) ||
           std::ranges::any_of(record::kept_in<record::ReferralLinkOpened>(of), [&](const auto& opened) {
               return opened.it->referral == referral.reference.text();
           });
}

void add_sent(std::vector<record::CopyHolder>& holders, Workspace& workspace, const record::Case& of)
{
    for (const auto& referral : workspace.referrals_of(of.id)) {
        if (referral.number == 0 || !was_read(workspace, of, referral)) continue;
        const auto holder = record::holder_of(referral.to_kind);
        if (std::ranges::find(holders, holder) == holders.end()) holders.push_back(holder);
    }
}

}  // namespace

std::vector<record::CopyHolder> sent_to(Workspace& workspace,
                                        const std::vector<std::shared_ptr<const record::Case>>& cases)
{
    std::vector<record::CopyHolder> holders;
    for (const auto& of : cases) add_sent(holders, workspace, *of);
    return holders;
}

std::vector<record::CopyHolder> copies_outside(Workspace& workspace, std::vector<record::CopyHolder> said,
                                               const std::vector<record::ErasedCase>& cases)
{
    for (const auto& one : cases)
        if (const auto of = workspace.one_case(one.of)) add_sent(said, workspace, *of->it);
    return said;
}

}  // namespace safelead::app
