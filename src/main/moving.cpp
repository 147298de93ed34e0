#include "main/moving.h"

#include "app/after_erasing.h"
#include "app/drafts.h"
#include "app/mail_queue.h"
#include "app/shared_links.h"
#include "cli/exit_codes.h"
#include "crypto/digest.h"
#include "ledger/backup_checking.h"
#include "ledger/backup_file.h"
#include "ledger/log_piece.h"
#include "store/postgres.h"
#include "store/sqlite.h"

#include <fmt/format.h>
#include <unistd.h>

#include <map>
#include <optional>
#include <ostream>

namespace safelead::main {

namespace {

/// A store to copy from or to: a data folder, or a PostgreSQL address.
class Place {
public:
    explicit Place(const std::string& name)
    {
        if (store::is_postgres_address(name))
            database_.emplace(name);
        else
            folder_.emplace(name);
    }

    static Place make(const std::string& name)
    {
        if (store::is_postgres_address(name))
            store::make_postgres_tables(name);
        else
            store::make_data_folder(name);
        return Place{name};
    }

    [[nodiscard]] ledger::EntryStore& entries()
    {
        return database_ ? database_->entries() : folder_->entries();
    }
    [[nodiscard]] ledger::PassingStore& passing()
    {
        return database_ ? database_->passing() : folder_->passing();
    }
    [[nodiscard]] std::unique_ptr<ledger::PieceTaker> taker()
    {
        return database_ ? database_->taker() : folder_->taker();
    }

private:
    std::optional<store::PostgresDatabase> database_;
    std::optional<store::DataFolder> folder_;
};

/// One line that is written over again, on a terminal only.
class Progress {
public:
    explicit Progress(std::string_view doing) : doing_{doing}, is_shown_{::isatty(STDERR_FILENO) == 1} {}
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress()
    {
        if (is_shown_) fmt::print(stderr, "\r\033[K");
    }

    void operator()(std::uint64_t entries) const
    {
        if (is_shown_) fmt::print(stderr, "\r{} {} entries", doing_, entries);
    }

private:
    std::string_view doing_;
    bool is_shown_;
};

/// What each log comes to: the digest of all its pieces.
std::map<OrganisationId, crypto::Digest> digests_of(const ledger::EntryStore& store)
{
    std::map<OrganisationId, crypto::Digest> digests;
    (void)ledger::give_pieces(store, [&](const ledger::LogPiece& piece) {
        auto& digest = digests[piece.organisation];
        auto bytes = ledger::to_bytes(piece);
        bytes.insert(bytes.end(), digest.begin(), digest.end());
        digest = crypto::sha256(bytes);
    });
    return digests;
}

std::size_t copy_kind(std::string_view kind, const ledger::PassingStore& from, ledger::PassingStore& into)
{
    const auto rows = from.list(kind, Instant{});
    for (const auto& row : rows) into.put(row);
    return rows.size();
}

struct PassingCopied {
    std::size_t drafts;
    std::size_t links;
    std::size_t mails;
};

/// Sessions end with a move. What somebody was typing does not, nor the link that an agency was given to a
/// referral, nor mail that waits; and what is left to do after erasing is done there.
PassingCopied copy_passing(const ledger::PassingStore& from, ledger::PassingStore& into)
{
    (void)copy_kind(app::ended_link_kind, from, into);
    (void)copy_kind(app::erasing_kind, from, into);
    return {copy_kind(app::draft_kind, from, into), copy_kind(app::link_kind, from, into),
            copy_kind(app::mail_kind, from, into)};
}

}  // namespace

int copy_store(const cli::StoreCopy& asked, const Streams& streams)
{
    Place from{asked.from};
    auto into = Place::make(asked.to);
    const auto taker = into.taker();
    std::uint64_t entries = 0;
    {
        const Progress progress{"Copying:"};
        (void)ledger::give_pieces(from.entries(), [&](const ledger::LogPiece& piece) {
            taker->take(piece);
            progress(entries += piece.entries.size());
        });
    }
    const auto passing = copy_passing(from.passing(), into.passing());
    const auto there = digests_of(from.entries());
    if (there != digests_of(into.entries())) {
        streams.errors
            << "The copy is not the same as what was copied: don't use it, and look at the disk.\n";
        return cli::exit_said_no;
    }
    taker->finish();
    streams.out << fmt::format(
        "Copied {} entries of {} logs, {} drafts, {} links to referrals that nobody has opened and {} mails "
        "that wait; both stores hold the same entries, keys, receipts and trees.\n"
        "The key file stays the same. Everybody signs in again, whoever has a referral open by a link asks "
        "for another, and wrong tries are counted from none.\n",
        entries, there.size(), passing.drafts, passing.links, passing.mails);
    return cli::exit_done;
}

int restore(const cli::Restore& asked, const Streams& streams)
{
    // The whole file is looked at before anything is written. What is only asked about is also held against
    // its checkpoints; a record that does not agree with them can still be restored, and looked into.
    ledger::BackedUp checked;
    ledger::BackupChecking holding{asked.file.string()};
    {
        const Progress progress{"Checking:"};
        const auto look = [&](const ledger::LogPiece& piece) {
            if (asked.verify_only) holding.take(piece);
        };
        checked = ledger::read_backup(asked.file, look, std::cref(progress));
    }
    if (asked.verify_only) {
        streams.out << fmt::format(
            "{} is whole: {} entries of {} logs; those of {} logs are what their checkpoint was signed "
            "for.\n",
            asked.file.string(), checked.entries, checked.organisations, holding.logs_held());
        return cli::exit_done;
    }
    const auto into = asked.place.store.empty() ? asked.place.data.string() : asked.place.store;
    if (!asked.place.store.empty()) store::make_server_folder(asked.place.data);
    auto place = Place::make(into);
    const auto taker = place.taker();
    {
        const Progress progress{"Restoring:"};
        (void)ledger::read_backup(
            asked.file, [&](const ledger::LogPiece& piece) { taker->take(piece); }, std::cref(progress));
    }
    taker->finish();
    streams.out << fmt::format(
        "Restored {} entries of {} logs. Put the key file back, then run `safelead record verify`.\n",
        checked.entries, checked.organisations);
    return cli::exit_done;
}

}  // namespace safelead::main
