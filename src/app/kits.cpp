#include "app/kits.h"

#include "app/allow.h"
#include "app/keep_in_directory.h"
#include "app/parts.h"
#include "app/said.h"

#include <algorithm>
#include <tuple>

namespace safelead::app {

Outcome<std::vector<directory::KitUse>> own_kit_uses(Safelead& safelead, const Actor& actor,
                                                     std::string_view campaign)
{
    SL_TRY(allow(actor, access::Action::record_kit_use));
    std::vector<directory::KitUse> own;
    for (auto& there : safelead.parts().partnership()->kit_uses(campaign))
        if (there.organisation == actor.organisation) own.push_back(std::move(there.use));
    return own;
}

Later<Outcome<Done>> record_kit_use(Safelead& safelead, const Actor& actor, const CommandId& command,
                                    directory::KitUse use)
{
    if (auto allowed = allow(actor, access::Action::record_kit_use); !allowed) return allowed;
    auto& parts = safelead.parts();
    Said said{"record kit use"};
    said(use.campaign);
    said(use.from);
    said(use.parts);
    return keep_in_directory(parts, actor.person.text(), command, said,
                             directory::RecordKitUse{actor.organisation, std::move(use), parts.today(),
                                                     directory::by_person(actor.person)});
}

Outcome<std::vector<KitUseBySchool>> all_kit_uses(Safelead& safelead, const Actor& actor,
                                                  std::string_view campaign)
{
    SL_TRY(allow(actor, access::Action::see_upkeep));
    const auto partnership = safelead.parts().partnership();
    std::vector<KitUseBySchool> all;
    for (auto& there : partnership->kit_uses(campaign)) {
        const auto* school = partnership->organisation(there.organisation);
        all.push_back({school != nullptr ? school->name : std::string{}, std::move(there.use)});
    }
    std::ranges::sort(all, {}, [](const KitUseBySchool& one) { return std::tie(one.school, one.use.from); });
    return all;
}

}  // namespace safelead::app
