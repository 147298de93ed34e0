#include "ledger/master_rotation.h"

#include "ledger/keyring.h"
#include "ledger/master_key.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::ledger {
namespace {

namespace fs = std::filesystem;

/// Held by whoever changes the key file or what stands beside it, so that nobody takes a key away that
/// another is about to wrap something under.
Result<FileLock, NotLocked> lock_of(const fs::path& file, const fs::path& data_folder,
                                    std::chrono::milliseconds wait)
{
    if (auto why = why_not_rotated(file); !why.empty())
        return fail(NotLocked{NotLocked::Why::cannot_be_made, std::move(why)});
    // Before anything is made beside it, that it is a key and ours.
    (void)read_master_key(file, data_folder);
    auto lock = file;
    lock += ".lock";
    return FileLock::take(lock, wait);
}

[[noreturn]] void fail_being_rotated(const fs::path& file)
{
    throw MasterKeyHeld{fmt::format(
        "The master key {} is being used or rotated by another server or command just now, or a backup is "
        "being made: try again in a minute.",
        file.string())};
}

bool is_key_at(const fs::path& file, const fs::path& data_folder, const crypto::SecretKey& key)
{
    return std::ranges::equal(read_master_key(file, data_folder).bytes(), key.bytes());
}

/// Whether some of what is in the store is under the key that is to come, and that has not taken its place.
bool is_between_two_keys(const Ledger& ledger, const EntryStore& store, const fs::path& file,
                         const fs::path& data_folder)
{
    const auto next = begun_master_key(file, data_folder);
    if (next && opens_anything(store, *next)) return true;
    const auto begun = ledger.begun_next_master_key();
    return begun && !is_key_at(file, data_folder, *begun);
}

/// The one that a rotation of this Ledger was broken off with, or what lies beside the key, or a new one.
crypto::SecretKey next_key_of(Ledger& ledger, const fs::path& file, const fs::path& data_folder)
{
    auto begun = ledger.begun_next_master_key();
    if (begun && is_key_at(file, data_folder, *begun)) {
        ledger.take_begun_next_master_key();
        begun.reset();
    }
    if (begun) keep_next_master_key(file, *begun);
    return begin_next_master_key(file, data_folder);
}

std::uint64_t rewrap_and_take(Ledger& ledger, const crypto::SecretKey& next, const fs::path& file,
                              Instant now)
{
    const auto keep = [&] { keep_next_master_key(file, next); };
    const auto keys = ledger.rewrap_under(next.copy(), now, keep);
    keep();
    take_next_master_key(file);
    return keys;
}

}  // namespace

std::uint64_t rotate_master_key(Ledger& ledger, const fs::path& file, const fs::path& data_folder,
                                Instant now, std::chrono::milliseconds wait)
{
    const auto lock = lock_of(file, data_folder, wait);
    if (!lock && lock.error().why == NotLocked::Why::held_elsewhere) fail_being_rotated(file);
    if (!lock)
        throw KeyUnavailable{fmt::format("The master key can't be rotated here. {}", lock.error().sentence)};
    return rewrap_and_take(ledger, next_key_of(ledger, file, data_folder), file, now);
}

MasterKeySettled settle_master_key(EntryStore& store, const fs::path& file, const fs::path& data_folder,
                                   Instant now, std::chrono::milliseconds wait)
{
    auto lock = lock_of(file, data_folder, wait);
    const bool is_begun = fs::exists(fs::symlink_status(next_master_key(file)));
    if (!lock) {
        if (is_begun && lock.error().why == NotLocked::Why::held_elsewhere) fail_being_rotated(file);
        if (!is_begun) return {};
        return {std::nullopt,
                fmt::format("A rotation of the master key was begun and can't be finished here. {}",
                            lock.error().sentence)};
    }
    MasterKeySettled settled{std::move(lock).value(), {}};
    if (!is_begun) return settled;
    remove_cut_short_master_key(file);
    const auto next = begun_master_key(file, data_folder);
    // One that nothing is under stays for the next rotation. It may be of another record with the same key.
    if (!next || !opens_anything(store, *next)) return settled;
    Ledger ledger{store, read_master_key(file, data_folder), {}, {}, next->copy()};
    (void)rewrap_and_take(ledger, *next, file, now);
    return settled;
}

std::optional<FileLock> hold_master_key(const Ledger& ledger, const EntryStore& store, const fs::path& file,
                                        const fs::path& data_folder, std::chrono::milliseconds wait)
{
    // It was needed to open the record; who took it away since can't rotate it.
    std::error_code failed;
    if (!fs::exists(file, failed)) return std::nullopt;
    auto lock = lock_of(file, data_folder, wait);
    if (!lock && lock.error().why == NotLocked::Why::held_elsewhere) fail_being_rotated(file);
    if (is_between_two_keys(ledger, store, file, data_folder))
        throw Unavailable{
            "A rotation of the master key was begun and is not finished, and no one key would open this "
            "backup: finish it with `safelead key rotate-master`, then back up again."};
    if (!lock) return std::nullopt;
    return std::move(lock).value();
}

}  // namespace safelead::ledger
