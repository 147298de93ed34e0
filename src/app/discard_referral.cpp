#include "app/referral_parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/typed_fields.h"

#include <utility>

namespace safelead::app {

Later<Outcome<ReferralChanged>> discard_referral(Safelead& safelead, const Actor& actor,
                                                 const CommandId& command, const record::Reference& of,
                                                 const record::Reference& referral, std::string why)
{
    auto& parts = safelead.parts();
    auto begun = begin_change(parts, actor, command, of, access::Action::record_referral);
    if (!begun) return refused<ReferralChanged>(std::move(begun).error());
    const auto changing = *std::move(begun);
    auto& workspace = changing->workspace();
    auto found = find_in_case(workspace, changing->id(), referral);
    if (!found) return refused<ReferralChanged>(std::move(found).error());

    WordsGate gate;
    gate(why);
    Said said{"discard referral"};
    said(found->it->id);
    said(why);
    const record::DiscardReferral discard{actor.person, actor.name, changing->now(), std::move(why)};
    return carry_out_in_referral(changing, said.bytes(), referral, gate.taken_out(),
                                 [&parts, &workspace, id = found->it->id, discard]() -> Outcome<Writing> {
                                     Writing writing;
                                     SL_TRY(write_referral_events(writing, parts, workspace, id, discard));
                                     return writing;
                                 });
}

}  // namespace safelead::app
