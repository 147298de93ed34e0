#include "app/upkeep.h"

#include "app/clock.h"
#include "app/parts.h"
#include "app/proof_parts.h"
#include "base/unavailable.h"
#include "ledger/master_key.h"
#include "ledger/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace safelead::app {

std::filesystem::path key_of(const DataPlace& place)
{
    return place.key.empty() ? ledger::usual_master_key(place.folder) : place.key;
}

std::filesystem::path checkpoints_beside(const DataPlace& place)
{
    return ledger::usual_checkpoint_file(key_of(place), place.folder);
}

void start_partnership(ledger::EntryStore& entries, crypto::SecretKey master_key, Instant now)
{
    ledger::Ledger ledger{entries, std::move(master_key)};
    (void)ledger.add_organisation(partnership_log(), now);
}

namespace {

/// Whether a folder has more in it than the lock that a start which failed leaves.
bool holds_something(const std::filesystem::path& folder)
{
    std::error_code failed;
    if (!std::filesystem::is_directory(folder, failed)) return std::filesystem::exists(folder, failed);
    const std::filesystem::directory_iterator files{folder, failed};
    return std::any_of(begin(files), end(files),
                       [](const auto& file) { return file.path().filename() != "lock"; });
}

/// Before anything is made that the next try would find in its way. Where there is a record already, making
/// its folder says so: its key must stay where it is.
void refuse_another_key(const DataPlace& place)
{
    const auto key = key_of(place);
    std::error_code failed;
    const auto found = std::filesystem::symlink_status(key, failed);
    if (!std::filesystem::exists(found) || holds_something(place.folder)) return;
    throw Unavailable{
        fmt::format("{} is there already and may be the key of another record: move it away, or name another "
                    "with --key.",
                    key.string())};
}

}  // namespace

void begin_data(const DataPlace& place, const Folders& folders, const Clock& clock)
{
    refuse_another_key(place);
    // The folder first: where there is one already, no key is made that nobody needs.
    folders.make(place.folder);
    const auto key = key_of(place);
    ledger::make_master_key(key, place.folder);
    const auto folder = folders.open(place.folder);
    start_partnership(folder->entries(), ledger::read_master_key(key, place.folder), clock.now());
}

std::optional<std::string> clock_behind(Safelead& safelead)
{
    auto& parts = safelead.parts();
    Instant newest{};
    for (const auto& organisation : parts.ledger().organisations())
        newest = std::max(newest, parts.ledger().organisation(organisation).head().time);
    const auto now = parts.now();
    if (newest <= now + clocks_may_differ) return std::nullopt;
    return fmt::format(
        "The clock of this computer says {}, but the record goes on until {}: set the clock right. Until it "
        "has "
        "caught up, what is written gets the later time.",
        to_text(now), to_text(newest));
}

std::optional<crypto::SecretKey> next_key_beside(const DataPlace& place)
{
    try {
        return ledger::begun_master_key(key_of(place), place.folder);
    } catch (const ledger::KeyUnavailable&) {
        return std::nullopt;  // What lies there is no key, and nothing is under it.
    }
}

RecordChecked check_record(const DataPlace& place, const Folders& folders,
                           const std::function<void(std::uint64_t, std::uint64_t)>& progress)
{
    // Read first: what is beside the key is never ahead of the store.
    const auto beside = ledger::read_checkpoint_file(checkpoints_beside(place));
    const auto folder = folders.open(place.folder);
    const auto found = ledger::verify(folder->entries(), ledger::read_master_key(key_of(place), place.folder),
                                      progress, beside, next_key_beside(place));
    RecordChecked checked{found.organisations, found.entries,
                          found.streams,       found.keys,
                          found.erased,        {},
                          found.faults_in_all, {}};
    for (const auto& fault : found.faults) checked.faults.push_back(ledger::to_text(fault));
    for (const auto& begun : found.epochs) checked.epochs.push_back(shown(begun));
    return checked;
}

}  // namespace safelead::app
