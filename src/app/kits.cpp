#include "app/kits.h"

#include "app/allow.h"
#include "app/carry_out.h"
#include "app/new_ids.h"
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
    auto& book = parts.directory();
    const NewIds ids{book.log(), actor.person.text(), command};
    Said said{"record kit use"};
    said(use.campaign);
    said(use.from);
    said(use.parts);
    const directory::RecordKitUse change{actor.organisation, std::move(use), parts.today(),
                                         directory::by_person(actor.person)};
    const auto decide = [&book, change]() -> Outcome<Writing> {
        const auto seen = book.read();
        Writing writing;
        writing.expect(stream_of_directory(), seen.position);
        for (auto& event : SL_TRY(directory::decide(*seen.partnership, change)))
            writing.add(stream_of_directory(), ledger::shared_part(), std::move(event));
        return writing;
    };
    return carry_out(book, {ids.command(), said.bytes(), parts.now(), {}, decide})
        .then([](Outcome<Kept> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            return Done{};
        });
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
