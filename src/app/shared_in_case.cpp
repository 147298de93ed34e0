#include "app/shared_in_case.h"

#include "app/allow.h"
#include "app/parts.h"

namespace safelead::app {

Outcome<std::vector<record::Referral>> referrals_sent_from(Safelead& safelead, const Actor& actor,
                                                           const record::Reference& of)
{
    auto& workspace = *SL_TRY(workspace_of(safelead.parts(), actor));
    const auto found = SL_TRY(find_case(workspace, actor, of, access::Action::read_case));
    std::vector<record::Referral> sent;
    for (const auto& one : workspace.referrals_of(found.it->id))
        if (const auto whole = workspace.referral(one.id); whole && whole->it->sent)
            sent.push_back(*whole->it);
    return sent;
}

}  // namespace safelead::app
