#include "ledger/master_rotation.h"

#include "ledger/key_wrap.h"
#include "ledger/master_key.h"

#include <algorithm>
#include <optional>

namespace safelead::ledger {
namespace {

/// Nothing if it was never wholly written: then it was never used.
std::optional<crypto::SecretKey> begun_key(const std::filesystem::path& file,
                                           const std::filesystem::path& data_folder)
{
    if (is_cut_short(next_master_key(file))) return std::nullopt;
    return read_master_key(next_master_key(file), data_folder);
}

bool opens_anything(const EntryStore& store, const crypto::SecretKey& master_key)
{
    return std::ranges::any_of(store.organisations(), [&](const OrganisationId& organisation) {
        return std::ranges::any_of(store.organisation_keys(organisation), [&](const OrganisationKeyRow& row) {
            return unwrap(row, master_key).has_value();
        });
    });
}

}  // namespace

std::uint64_t rotate_master_key(Ledger& ledger, const std::filesystem::path& file,
                                const std::filesystem::path& data_folder, Instant now)
{
    make_next_master_key(file, data_folder);
    const auto keys = ledger.rewrap_under(read_master_key(next_master_key(file), data_folder), now);
    take_next_master_key(file);
    return keys;
}

void settle_master_key(EntryStore& store, const std::filesystem::path& file,
                       const std::filesystem::path& data_folder, Instant now)
{
    if (!std::filesystem::exists(std::filesystem::symlink_status(next_master_key(file)))) return;
    auto next = begun_key(file, data_folder);
    if (!next || !opens_anything(store, *next)) {
        remove_next_master_key(file);
        return;
    }
    {
        Ledger ledger{store, read_master_key(file, data_folder), {}, {}, next->copy()};
        (void)ledger.rewrap_under(*std::move(next), now);
    }
    take_next_master_key(file);
}

}  // namespace safelead::ledger
