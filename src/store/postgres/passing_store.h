#pragma once

#include "ledger/passing_store.h"
#include "store/postgres/pool.h"

namespace safelead::store::postgres {

/// Passing things in PostgreSQL. Each change is one statement. It says the same when it is asked twice; what
/// would not (a count, and whether something was still there) is asked once.
class PostgresPassingStore final : public ledger::PassingStore {
public:
    explicit PostgresPassingStore(const std::string& address);

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
    mutable Pool pool_;
};

}  // namespace safelead::store::postgres
