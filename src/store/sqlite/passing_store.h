#pragma once

#include "ledger/passing_store.h"
#include "store/sqlite/database.h"

#include <mutex>

namespace safelead::store::sqlite {

/// Passing things in passing.sqlite. One connection; each question takes microseconds.
class SqlitePassingStore final : public ledger::PassingStore {
public:
    explicit SqlitePassingStore(const std::filesystem::path& file);

    void put(const ledger::PassingRow& row) override;
    bool exchange(const ledger::PassingRow& there, const ledger::PassingRow& row) override;
    bool take(const ledger::PassingRow& there) override;
    std::optional<ledger::PassingRow> get(std::string_view kind, std::string_view id,
                                          Instant now) const override;
    std::vector<ledger::PassingRow> list(std::string_view kind, Instant now) const override;
    std::vector<ledger::PassingRow> list_of(std::string_view kind, std::string_view owner,
                                            Instant now) const override;
    void remove(std::string_view kind, std::string_view id) override;
    void remove_of(std::string_view kind, std::string_view owner) override;
    std::uint64_t remove_expired(Instant now) override;
    bool forget_removed() override;
    std::uint64_t increment(std::string_view kind, std::string_view id, Instant now,
                            Instant expires) override;
    std::uint64_t count(std::string_view kind, std::string_view id, Instant now) const override;
    void remove_count(std::string_view kind, std::string_view id) override;

private:
    mutable std::mutex mutex_;
    mutable Database database_;
    mutable Statement put_, exchange_, take_, get_, list_, list_of_, remove_, remove_count_, remove_of_,
        expire_, expire_counts_, increment_, count_;
};

}  // namespace safelead::store::sqlite
