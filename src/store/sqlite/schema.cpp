#include "store/sqlite/schema.h"

#include <fmt/format.h>

namespace safelead::store::sqlite {
namespace {

std::int64_t pragma(Database& database, std::string_view name)
{
    auto statement = database.prepare(fmt::format("PRAGMA {}", name));
    auto run = statement.run();
    return run.next() ? run.integer(0) : 0;
}

}  // namespace

void make_tables(Database& database, std::string_view tables)
{
    Transaction transaction{database};
    database.execute(tables);
    database.execute(fmt::format("PRAGMA application_id = {}", application_id));
    database.execute(fmt::format("PRAGMA user_version = {}", schema_version));
    transaction.commit();
}

void mark_version(Database& database, std::int64_t version)
{
    database.execute(fmt::format("PRAGMA user_version = {}", version));
}

void check_version(Database& database, const std::filesystem::path& file)
{
    if (pragma(database, "application_id") != application_id)
        throw StoreUnavailable{
            fmt::format("{} is not a Safelead database, or making it was cut short: start again with "
                        "`safelead init` in another folder.",
                        file.string())};
    const auto version = pragma(database, "user_version");
    if (version == version_while_filled)
        throw StoreUnavailable{fmt::format(
            "{} was being filled by `safelead restore` or `safelead store copy`, and that was broken "
            "off: part of the record is missing, so remove {} and do it again.",
            file.string(), file.parent_path().string())};
    if (version != schema_version)
        throw StoreUnavailable{
            fmt::format("{} has version {} of the tables and this Safelead knows version {}: run the "
                        "Safelead that wrote it.",
                        file.string(), version, schema_version)};
}

}  // namespace safelead::store::sqlite
