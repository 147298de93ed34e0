#include "app/keys.h"

#include "app/parts.h"
#include "ledger/master_key.h"
#include "ledger/master_rotation.h"

namespace safelead::app {

MasterKeyRotated rotate_master_key(Safelead& safelead, const DataPlace& place)
{
    auto& parts = safelead.parts();
    const auto key = key_of(place);
    const auto keys = ledger::rotate_master_key(parts.ledger(), key, place.folder, parts.now());
    return {keys, key, ledger::old_master_key(key)};
}

Outcome<OrganisationKeyRotated> rotate_organisation_key(Safelead& safelead,
                                                        const OrganisationId& organisation)
{
    auto& parts = safelead.parts();
    auto* log = parts.ledger().find(organisation);
    if (log == nullptr) return fail(NotThere{});
    const auto rotated = log->rotate_key(parts.now());
    return OrganisationKeyRotated{static_cast<std::uint64_t>(rotated.epoch), rotated.keys,
                                  rotated.epochs_destroyed};
}

}  // namespace safelead::app
