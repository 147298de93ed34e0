#pragma once

// The data folder: docs/formats/data-folder.md. One server has it open at a time.

#include "ledger/entry_store.h"
#include "ledger/log_piece.h"
#include "ledger/passing_store.h"
#include "store/unavailable.h"

#include <filesystem>
#include <memory>

namespace safelead::store {

/// Makes the folder and the empty databases in it. The folder must not exist, or be empty.
/// @throws StoreUnavailable when it can't.
void make_data_folder(const std::filesystem::path& folder);

/// Makes the folder of a server whose record is in PostgreSQL: docs/formats/postgresql.md. It must not exist,
/// or hold nothing but the lock that an earlier try left.
/// @throws StoreUnavailable when it can't, or a server has it open.
void make_server_folder(const std::filesystem::path& folder);

/// Holds the folder of such a server for this program alone; makes it where there is none.
class ServerFolder {
public:
    /// @throws StoreUnavailable as DataFolder, and when a record is in it.
    explicit ServerFolder(const std::filesystem::path& folder);
    ~ServerFolder();
    ServerFolder(const ServerFolder&) = delete;
    ServerFolder& operator=(const ServerFolder&) = delete;

private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

/// Holds a data folder for this program alone for as long as it lives. Make one, then open what is in it.
class DataFolder {
public:
    /// @throws StoreUnavailable when it is not there, others may read it, another server has it, or it was
    /// written by another version of Safelead.
    explicit DataFolder(const std::filesystem::path& folder);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    [[nodiscard]] ledger::EntryStore& entries();
    [[nodiscard]] ledger::PassingStore& passing();

    /// Takes logs over into the record, which has nothing of them yet.
    [[nodiscard]] std::unique_ptr<ledger::PieceTaker> taker();

private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace safelead::store
