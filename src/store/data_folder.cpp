#include "store/sqlite.h"
#include "store/sqlite/entry_store.h"
#include "store/sqlite/passing_store.h"
#include "store/sqlite/piece_taking.h"
#include "store/sqlite/schema.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

namespace safelead::store {
namespace {

namespace fs = std::filesystem;

constexpr ::mode_t owner_only = S_IRUSR | S_IWUSR;

fs::path record_file(const fs::path& folder)
{
    return folder / "record.sqlite";
}
fs::path passing_file(const fs::path& folder)
{
    return folder / "passing.sqlite";
}
fs::path lock_file(const fs::path& folder)
{
    return folder / "lock";
}

[[noreturn]] void fail_on(const fs::path& path, std::string_view what)
{
    if (errno == EROFS)
        throw StoreUnavailable{fmt::format(
            "{} is on a disk that can only be read: make it one that can be written to.", path.string())};
    throw StoreUnavailable{fmt::format("{} {}: {}.", path.string(), what, std::strerror(errno))};
}

class File {
public:
    File(const fs::path& path, int flags) : number_{::open(path.c_str(), flags | O_CLOEXEC, owner_only)}
    {
        if (number_ < 0) fail_on(path, "can't be opened");
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { ::close(number_); }

    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

// A new file is only there for good once its folder is on disk too.
void sync(const fs::path& path)
{
    const File file{path, O_RDONLY};
    if (::fsync(file.number()) != 0) fail_on(path, "can't be written to disk");
}

void make_empty_file(const fs::path& path)
{
    const File file{path, O_RDWR | O_CREAT | O_EXCL};
}

void check_owner_only(const fs::path& path)
{
    struct ::stat found = {};
    if (::stat(path.c_str(), &found) != 0) fail_on(path, "can't be read");
    if (found.st_uid != ::geteuid())
        throw StoreUnavailable{fmt::format(
            "{} belongs to another user: run safelead as the user whose data folder it is.", path.string())};
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw StoreUnavailable{
            fmt::format("Others may open {}: run `chmod go= {}`.", path.string(), path.string())};
}

enum class Holding { nothing, an_empty_lock_at_most };

bool holds_no_more(const fs::path& folder, Holding most)
{
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) return false;
    for (const auto& file : fs::directory_iterator{folder, failed})
        if (most == Holding::nothing || file.path() != lock_file(folder) ||
            !fs::is_regular_file(file.symlink_status(failed)) || !fs::is_empty(file.path(), failed))
            return false;
    return !failed;
}

void take_folder(const fs::path& folder, Holding most)
{
    std::error_code failed;
    if (fs::exists(folder, failed)) {
        if (!holds_no_more(folder, most))
            throw StoreUnavailable{fmt::format(
                "{} is there already and is not an empty folder: give another.", folder.string())};
        if (::chmod(folder.c_str(), S_IRWXU) != 0) fail_on(folder, "can't be made private");
        return;
    }
    if (::mkdir(folder.c_str(), S_IRWXU) != 0) fail_on(folder, "can't be made");
}

void lock(const File& file, const fs::path& folder)
{
    if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) return;
    if (errno == EWOULDBLOCK)
        throw StoreUnavailable{
            fmt::format("Another safelead has {} open: stop it first, or ask it instead.", folder.string())};
    fail_on(folder, "can't be locked");
}

}  // namespace

void make_data_folder(const fs::path& folder)
{
    take_folder(folder, Holding::nothing);
    for (const auto& file : {lock_file(folder), record_file(folder), passing_file(folder)})
        make_empty_file(file);
    const File held{lock_file(folder), O_RDWR};
    lock(held, folder);
    {
        sqlite::Database record{record_file(folder), sqlite::Durability::nothing_lost};
        sqlite::make_tables(record, sqlite::record_tables);
        sqlite::Database passing{passing_file(folder), sqlite::Durability::nothing_lost};
        sqlite::make_tables(passing, sqlite::passing_tables);
    }
    sync(folder);
    sync(fs::absolute(folder).lexically_normal().parent_path());
}

class DataFolder::Inside {
public:
    explicit Inside(const fs::path& folder) : lock_{opened(folder), O_RDWR}, record_{record_file(folder)}
    {
        lock(lock_, folder);
        if (!fs::exists(record_file(folder)))
            throw StoreUnavailable{
                fmt::format("The record of {} is not in it: give the address of its PostgreSQL with --store.",
                            folder.string())};
        for (const auto& file : {record_file(folder), passing_file(folder)}) {
            check_owner_only(file);
            sqlite::Database database{file, sqlite::Durability::nothing_lost};
            sqlite::check_version(database, file);
            if (file == record_file(folder)) database.execute(sqlite::later_tables);
        }
        entries_.emplace(record_file(folder));
        passing_.emplace(passing_file(folder));
    }

    [[nodiscard]] ledger::EntryStore& entries() { return *entries_; }
    [[nodiscard]] ledger::PassingStore& passing() { return *passing_; }
    [[nodiscard]] const fs::path& record() const { return record_; }

private:
    static fs::path opened(const fs::path& folder)
    {
        std::error_code failed;
        if (!fs::is_directory(folder, failed))
            throw StoreUnavailable{
                fmt::format("There is no data folder {}: make one with `safelead init --data {}`.",
                            folder.string(), folder.string())};
        check_owner_only(folder);
        if (!fs::exists(lock_file(folder), failed))
            throw StoreUnavailable{fmt::format("{} is not a Safelead data folder.", folder.string())};
        return lock_file(folder);
    }

    File lock_;
    const fs::path record_;
    std::optional<sqlite::SqliteEntryStore> entries_;
    std::optional<sqlite::SqlitePassingStore> passing_;
};

DataFolder::DataFolder(const fs::path& folder) : inside_{std::make_unique<Inside>(folder)} {}

DataFolder::~DataFolder() = default;

ledger::EntryStore& DataFolder::entries()
{
    return inside_->entries();
}

ledger::PassingStore& DataFolder::passing()
{
    return inside_->passing();
}

std::unique_ptr<ledger::PieceTaker> DataFolder::taker()
{
    return std::make_unique<sqlite::SqlitePieceTaker>(inside_->record());
}

void make_server_folder(const fs::path& folder)
{
    // A try that did not reach its database left the lock.
    take_folder(folder, Holding::an_empty_lock_at_most);
    const File held{lock_file(folder), O_RDWR | O_CREAT};
    lock(held, folder);
    check_owner_only(lock_file(folder));
}

class ServerFolder::Inside {
public:
    explicit Inside(const fs::path& folder) : lock_{opened(folder), O_RDWR}
    {
        lock(lock_, folder);
        if (fs::exists(record_file(folder)))
            throw StoreUnavailable{fmt::format(
                "There is a record in {}: leave --store out, or give another folder.", folder.string())};
    }

private:
    static fs::path opened(const fs::path& folder)
    {
        std::error_code failed;
        if (!fs::exists(folder, failed)) make_server_folder(folder);
        check_owner_only(folder);
        if (!fs::exists(lock_file(folder), failed))
            throw StoreUnavailable{fmt::format("{} is not a Safelead data folder.", folder.string())};
        return lock_file(folder);
    }

    File lock_;
};

ServerFolder::ServerFolder(const fs::path& folder) : inside_{std::make_unique<Inside>(folder)} {}

ServerFolder::~ServerFolder() = default;

}  // namespace safelead::store
