#pragma once

#include "ledger/ledger.h"
#include "ledger/verify.h"
#include "store/sqlite.h"
#include "support/ledger_parts.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <optional>
#include <stdexcept>
#include <string>

namespace safelead::test {

/// A data folder with one organisation, as `safelead init` makes it.
class SqliteFolder {
public:
    SqliteFolder()
    {
        store::make_data_folder(path());
        open();
        ledger::Ledger{opened_->entries(), counting_key(1)}.add_organisation(oakfield, at(0));
        close();
    }

    [[nodiscard]] std::filesystem::path path() const { return folder_ / "data"; }
    [[nodiscard]] std::filesystem::path record() const { return path() / "record.sqlite"; }

    store::DataFolder& open()
    {
        if (!opened_) opened_.emplace(path());
        return *opened_;
    }
    void close() { opened_.reset(); }

    ledger::Verification verify() { return ledger::verify(open().entries(), counting_key(1)); }

    /// Runs `sql` on the record as somebody with the file and another program could, and says how many rows
    /// it changed.
    int run_as_another_program(const std::string& sql)
    {
        close();
        return run_on(record(), sql);
    }

    static int run_on(const std::filesystem::path& file, const std::string& sql)
    {
        sqlite3* database = nullptr;
        sqlite3_open(file.c_str(), &database);
        char* message = nullptr;
        const int outcome = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
        const std::string why = message == nullptr ? "" : message;
        const int changed = sqlite3_total_changes(database);
        sqlite3_free(message);
        sqlite3_close(database);
        if (outcome != SQLITE_OK) throw std::runtime_error{sql + ": " + why};
        return changed;
    }

private:
    TemporaryFolder folder_;
    std::optional<store::DataFolder> opened_;
};

}  // namespace safelead::test
