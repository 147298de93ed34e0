#include "main/parts.h"

#include "app/keys.h"
#include "app/packs_in_force.h"
#include "app/proof.h"
#include "base/unavailable.h"
#include "ledger/backup_file.h"
#include "ledger/keyring.h"
#include "ledger/master_key.h"
#include "ledger/master_rotation.h"
#include "main/wrong_use.h"
#include "store/postgres.h"
#include "store/sqlite.h"

#include <fmt/format.h>

#include <ostream>
#include <system_error>
#include <utility>

namespace safelead::main {

namespace {

class OpenSqliteFolder final : public app::OpenFolder {
public:
    explicit OpenSqliteFolder(const std::filesystem::path& folder) : folder_{folder} {}

    ledger::EntryStore& entries() override { return folder_.entries(); }
    ledger::PassingStore& passing() override { return folder_.passing(); }

private:
    store::DataFolder folder_;
};

/// A folder with the lock and the command socket of one server, and the database that several may share.
class OpenPostgres final : public app::OpenFolder {
public:
    OpenPostgres(const std::filesystem::path& folder, const std::string& address)
        : folder_{folder}, database_{address}
    {
    }

    ledger::EntryStore& entries() override { return database_.entries(); }
    ledger::PassingStore& passing() override { return database_.passing(); }

private:
    store::ServerFolder folder_;
    store::PostgresDatabase database_;
};

/// The same folder, lent to something that opens and closes one of its own.
class LentFolder final : public app::OpenFolder {
public:
    explicit LentFolder(app::OpenFolder& folder) : folder_{folder} {}

    ledger::EntryStore& entries() override { return folder_.entries(); }
    ledger::PassingStore& passing() override { return folder_.passing(); }

private:
    app::OpenFolder& folder_;
};

std::string sentence(const guidance::PackFault& fault)
{
    return fault.text();
}
std::string sentence(const exchange::FileFault& fault)
{
    return exchange::words(fault);
}

template <class Value, class Fault>
Value valid(Result<Value, Fault> read)
{
    if (!read) throw Unavailable{sentence(read.error())};
    return std::move(read).value();
}

app::Packs in_force(const std::filesystem::path& from, const std::filesystem::path& data,
                    std::ostream& errors)
{
    if (!std::filesystem::is_directory(data))
        return valid(app::Packs::load(from));  // Opening it will say what is wrong.
    auto now = app::put_in_force(from, data / "guidance");
    if (!now)
        throw Unavailable{fmt::format("The guidance in {} does not pass its check, so nothing is served: {}",
                                      from.string(), now.error().why)};
    if (!now->refused.empty())
        errors << fmt::format(
                      "The guidance in {} does not pass its check, so that which was in force stays in "
                      "force: {}\n",
                      from.string(), now->refused)
               << std::flush;
    return std::move(now->packs);
}

/// Not at every page of entries: a terminal far away is slow.
class EveryFewThousand {
public:
    explicit EveryFewThousand(const Partnership::Tell& tell) : tell_{tell} {}

    template <class Sentence>
    void at(std::uint64_t entries, const Sentence& sentence)
    {
        constexpr std::uint64_t few_thousand = 5'000;
        if (!tell_ || entries < told_ + few_thousand) return;
        told_ = entries;
        tell_(sentence());
    }

private:
    const Partnership::Tell& tell_;
    std::uint64_t told_ = 0;
};

}  // namespace

app::Folders folders(const cli::Place& place)
{
    if (place.store.empty())
        return {[](const std::filesystem::path& folder) { store::make_data_folder(folder); },
                [](const std::filesystem::path& folder) -> std::unique_ptr<app::OpenFolder> {
                    return std::make_unique<OpenSqliteFolder>(folder);
                }};
    if (!store::is_postgres_address(place.store))
        throw WrongUse{
            "--store takes an address that begins with postgresql://; leave it out to keep the record "
            "in the data folder."};
    return {[address = place.store](const std::filesystem::path& folder) {
                store::make_server_folder(folder);
                store::make_postgres_tables(address);
            },
            [address = place.store](const std::filesystem::path& folder) -> std::unique_ptr<app::OpenFolder> {
                return std::make_unique<OpenPostgres>(folder, address);
            }};
}

Guidance::Guidance(const std::filesystem::path& from)
    : folder{from}, packs{valid(app::Packs::load(from))}, local{valid(app::read_local_guidance(from))}
{
}

Guidance::Guidance(const std::filesystem::path& from, const std::filesystem::path& data, std::ostream& errors)
    : folder{from}, packs{in_force(from, data, errors)}, local{valid(app::read_local_guidance(from))}
{
}

app::OpenShelf open_shelf(const Guidance& guidance)
{
    return valid(app::read_open_shelf(guidance.folder, guidance.local));
}

namespace {

/// Beside a PostgreSQL the folder is made where there is none.
const cli::Place& there(const cli::Place& place)
{
    std::error_code failed;
    if (place.store.empty() && !std::filesystem::is_directory(place.data, failed))
        throw WrongUse{fmt::format(
            "There is no data folder {}: make one with `safelead init --data {}`, or give another.",
            place.data.string(), place.data.string())};
    return place;
}

app::RecordChecked check(const app::DataPlace& place, app::OpenFolder& folder, const Partnership::Tell& tell)
{
    app::Folders lent;
    lent.open = [&folder](const std::filesystem::path&) { return std::make_unique<LentFolder>(folder); };
    EveryFewThousand every{tell};
    return app::check_record(place, lent, [&every](std::uint64_t read, std::uint64_t of) {
        every.at(read, [&] { return fmt::format("{} of {} entries read", read, of); });
    });
}

/// A rotation that was broken off is finished first. Where that can't be done in a record that is damaged,
/// the record is looked at with the key as it is.
std::optional<ledger::MasterKeySettled> settle_if_possible(app::OpenFolder& folder,
                                                           const app::DataPlace& place, Instant now)
{
    try {
        return ledger::settle_master_key(folder.entries(), app::key_of(place), place.folder, now);
    } catch (const ledger::MasterKeyHeld&) {
        throw;
    } catch (const Unavailable&) {
        return std::nullopt;
    }
}

/// With the key of other data each of its entries would be a fault.
void refuse_another_key(app::OpenFolder& folder, const app::DataPlace& place)
{
    const auto key = ledger::read_master_key(app::key_of(place), place.folder);
    const auto organisations = folder.entries().organisations();
    // One that was never begun, or whose making was cut short. Where there was one, its checkpoints tell.
    if (organisations.empty() && !std::filesystem::exists(app::checkpoints_beside(place)))
        throw Unavailable{"There is no partnership in this data folder: begin one with `safelead init`."};
    if (organisations.empty() || ledger::opens_anything(folder.entries(), key)) return;
    if (const auto next = app::next_key_beside(place);
        next && ledger::opens_anything(folder.entries(), *next))
        return;
    ledger::refuse_key_of_other_data(organisations.front());
}

}  // namespace

Partnership::Partnership(const cli::Place& asked, const Guidance& guidance, const app::Options& options)
    : place{asked.data, asked.key}, folder{folders(there(asked)).open(place.folder)}
{
    // A rotation of the master key that was broken off is finished before anything is opened with it, and
    // none begins until all is open.
    const auto settled =
        ledger::settle_master_key(folder->entries(), app::key_of(place), place.folder, guidance.clock.now());
    auto with_place = options;
    with_place.checkpoints_beside = app::checkpoints_beside(place);
    try {
        safelead = std::make_unique<app::Safelead>(
            folder->entries(), folder->passing(), ledger::read_master_key(app::key_of(place), place.folder),
            guidance.packs, guidance.local, guidance.london, guidance.clock, std::move(with_place));
    } catch (const ledger::KeyUnavailable& refused) {
        if (settled.not_settled.empty()) throw;
        throw ledger::KeyUnavailable{fmt::format("{} {}", refused.what(), settled.not_settled)};
    }
}

app::RecordChecked Partnership::check_record(const Tell& tell) const
{
    return check(place, *folder, tell);
}

app::RecordChecked check_record(const cli::Place& asked, const app::Clock& clock,
                                const Partnership::Tell& tell)
{
    const app::DataPlace place{asked.data, asked.key};
    const auto folder = folders(there(asked)).open(place.folder);
    const auto settled = settle_if_possible(*folder, place, clock.now());
    refuse_another_key(*folder, place);
    return check(place, *folder, tell);
}

std::string Partnership::back_up(const std::filesystem::path& file, const Tell& tell) const
{
    const auto nobody_rotates = app::hold_master_key(*safelead, place);
    // So that what is cut off the end of the backup is missed.
    std::string remarks;
    for (const auto& failure : app::make_checkpoints(*safelead)) remarks += fmt::format("\n{}", failure);
    EveryFewThousand every{tell};
    const auto written = ledger::write_backup(folder->entries(), file, [&every](std::uint64_t entries) {
        every.at(entries, [&] { return fmt::format("{} entries written", entries); });
    });
    // Rows only ever go from this key to another: what is under it now was so in the backup.
    if (!app::is_all_under_master_key(*safelead, place))
        remarks += fmt::format(
            "\n{} does not open all of it. If the master key was rotated on another server, put the new key "
            "file here, start this server again and back up again; else run `safelead record verify`.",
            app::key_of(place).string());
    return fmt::format(
        "Wrote {} entries of {} logs to {}, sealed as they are.\nThe key is not in it: keep a copy of {} "
        "somewhere else, apart from this file.{}",
        written.entries, written.organisations, file.string(), app::key_of(place).string(), remarks);
}

void Partnership::make_checkpoints(std::ostream& errors) const
{
    for (const auto& failure : app::make_checkpoints(*safelead)) errors << failure << '\n';
}

}  // namespace safelead::main
