#include "store/postgres/passing_store.h"

namespace safelead::store::postgres {

using namespace ledger;

namespace {

constexpr Query put_query{"put", R"(
    INSERT INTO passing (kind, id, owner, sealed, expires) VALUES ($1, $2, $3, $4, $5::bigint)
    ON CONFLICT (kind, id) DO UPDATE SET owner = excluded.owner, sealed = excluded.sealed,
        expires = excluded.expires)"};
constexpr Query exchange_query{"exchange", R"(
    UPDATE passing SET owner = $4, sealed = $5, expires = $6::bigint
    WHERE kind = $1 AND id = $2 AND sealed = $3)"};
constexpr Query take_query{"take", "DELETE FROM passing WHERE kind = $1 AND id = $2 AND sealed = $3"};
constexpr Query get_query{"get", R"(
    SELECT kind, id, owner, sealed, expires FROM passing
    WHERE kind = $1 AND id = $2 AND expires > $3::bigint)"};
constexpr Query list_query{"list", R"(
    SELECT kind, id, owner, sealed, expires FROM passing WHERE kind = $1 AND expires > $2::bigint ORDER BY id)"};
constexpr Query list_of_query{"list_of", R"(
    SELECT kind, id, owner, sealed, expires FROM passing
    WHERE kind = $1 AND owner = $2 AND expires > $3::bigint ORDER BY id)"};
constexpr Query remove_query{"remove", "DELETE FROM passing WHERE kind = $1 AND id = $2"};
constexpr Query remove_count_query{"remove_count", "DELETE FROM counts WHERE kind = $1 AND id = $2"};
constexpr Query remove_of_query{"remove_of", "DELETE FROM passing WHERE kind = $1 AND owner = $2"};
constexpr Query expire_query{"expire", "DELETE FROM passing WHERE expires <= $1::bigint"};
constexpr Query expire_counts_query{"expire_counts", "DELETE FROM counts WHERE expires <= $1::bigint"};
constexpr Query increment_query{"increment", R"(
    INSERT INTO counts AS known (kind, id, count, expires) VALUES ($1, $2, 1, $3::bigint)
    ON CONFLICT (kind, id) DO UPDATE SET
        count = CASE WHEN known.expires > $4::bigint THEN known.count + 1 ELSE 1 END,
        expires = CASE WHEN known.expires > $4::bigint THEN known.expires ELSE excluded.expires END
    RETURNING count)"};
constexpr Query count_query{"count",
                            "SELECT count FROM counts WHERE kind = $1 AND id = $2 AND expires > $3::bigint"};

std::vector<PassingRow> rows_of(const Rows& rows)
{
    std::vector<PassingRow> found;
    for (int row = 0; row < rows.count(); ++row)
        found.push_back(
            {rows.text(row, 0), rows.text(row, 1), rows.text(row, 2), rows.bytes(row, 3), rows.time(row, 4)});
    return found;
}

Parameters named(std::string_view kind, std::string_view id)
{
    return std::move(Parameters{}.text(kind).text(id));
}

}  // namespace

PostgresPassingStore::PostgresPassingStore(const std::string& address)
    : pool_{address, Durability::last_moments_lost}
{
}

void PostgresPassingStore::put(const PassingRow& row)
{
    (void)pool_.ask([&](Connection& passing) {
        return passing.ask(put_query,
                           named(row.kind, row.id).text(row.owner).bytes(row.sealed).time(row.expires));
    });
}

bool PostgresPassingStore::exchange(const PassingRow& there, const PassingRow& row)
{
    return pool_.ask_once([&](Connection& passing) {
        const auto rows = passing.ask(exchange_query, named(there.kind, there.id)
                                                          .bytes(there.sealed)
                                                          .text(row.owner)
                                                          .bytes(row.sealed)
                                                          .time(row.expires));
        return rows.changed() == 1;
    });
}

bool PostgresPassingStore::take(const PassingRow& there)
{
    return pool_.ask_once([&](Connection& passing) {
        return passing.ask(take_query, named(there.kind, there.id).bytes(there.sealed)).changed() == 1;
    });
}

std::optional<PassingRow> PostgresPassingStore::get(std::string_view kind, std::string_view id,
                                                    Instant now) const
{
    auto rows = pool_.ask(
        [&](Connection& passing) { return rows_of(passing.ask(get_query, named(kind, id).time(now))); });
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

std::vector<PassingRow> PostgresPassingStore::list(std::string_view kind, Instant now) const
{
    return pool_.ask([&](Connection& passing) {
        return rows_of(passing.ask(list_query, Parameters{}.text(kind).time(now)));
    });
}

std::vector<PassingRow> PostgresPassingStore::list_of(std::string_view kind, std::string_view owner,
                                                      Instant now) const
{
    return pool_.ask([&](Connection& passing) {
        return rows_of(passing.ask(list_of_query, named(kind, owner).time(now)));
    });
}

void PostgresPassingStore::remove(std::string_view kind, std::string_view id)
{
    (void)pool_.ask([&](Connection& passing) { return passing.ask(remove_query, named(kind, id)); });
}

void PostgresPassingStore::remove_of(std::string_view kind, std::string_view owner)
{
    (void)pool_.ask([&](Connection& passing) { return passing.ask(remove_of_query, named(kind, owner)); });
}

std::uint64_t PostgresPassingStore::remove_expired(Instant now)
{
    return pool_.ask([&](Connection& passing) {
        const auto rows = passing.ask(expire_query, Parameters{}.time(now)).changed();
        return rows + passing.ask(expire_counts_query, Parameters{}.time(now)).changed();
    });
}

// Old rows stay in its tables until it vacuums, and in its archive as long as that is kept: whoever runs the
// database sees to both, and Safelead may do neither. docs/security/erasure.md.
bool PostgresPassingStore::forget_removed()
{
    return true;
}

std::uint64_t PostgresPassingStore::increment(std::string_view kind, std::string_view id, Instant now,
                                              Instant expires)
{
    return pool_.ask_once([&](Connection& passing) {
        const auto rows = passing.ask(increment_query, named(kind, id).time(expires).time(now));
        return static_cast<std::uint64_t>(rows.number(0, 0));
    });
}

std::uint64_t PostgresPassingStore::count(std::string_view kind, std::string_view id, Instant now) const
{
    return pool_.ask([&](Connection& passing) -> std::uint64_t {
        const auto rows = passing.ask(count_query, named(kind, id).time(now));
        return rows.count() == 0 ? 0 : static_cast<std::uint64_t>(rows.number(0, 0));
    });
}

void PostgresPassingStore::remove_count(std::string_view kind, std::string_view id)
{
    (void)pool_.ask([&](Connection& passing) { return passing.ask(remove_count_query, named(kind, id)); });
}

}  // namespace safelead::store::postgres
