#include "app/keys.h"

#include "app/parts.h"
#include "ledger/keyring.h"
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

std::optional<ledger::FileLock> hold_master_key(Safelead& safelead, const DataPlace& place)
{
    auto& parts = safelead.parts();
    return ledger::hold_master_key(parts.ledger(), parts.entries, key_of(place), place.folder);
}

bool is_all_under_master_key(Safelead& safelead, const DataPlace& place)
{
    const auto key = key_of(place);
    std::error_code failed;
    return !std::filesystem::exists(key, failed) ||
           ledger::opens_everything(safelead.parts().entries, ledger::read_master_key(key, place.folder));
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
