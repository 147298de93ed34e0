// What holds of tables and imports whatever stands in them.

#include "exchange/csv.h"
#include "exchange/table_text.h"
#include "record/children_import.h"
#include "record/upn.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safelead {
namespace {

using Row = std::vector<std::string>;

std::string written(const std::vector<Row>& rows, const std::string& line_end)
{
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text += ',';
            text += '"';
            for (const char c : row[i]) text += c == '"' ? std::string{"\"\""} : std::string{c};
            text += '"';
        }
        text += line_end;
    }
    return text;
}

RC_GTEST_PROP(CsvTable, IsReadBackAsItWasWritten, ())
{
    const auto field = rc::gen::container<std::string>(rc::gen::elementOf(std::string{"ab,\"\n\ré;"}));
    auto rows = *rc::gen::container<std::vector<Row>>(rc::gen::nonEmpty(rc::gen::container<Row>(field)));
    for (auto& row : rows)
        for (auto& one : row) one = "x" + one + "x";  // Fields are trimmed.
    const auto text = written(rows, *rc::gen::element<std::string>("\n", "\r\n", "\r"));
    exchange::CsvReader reader{text};
    for (const auto& row : rows) {
        const auto read = reader.next();
        RC_ASSERT(static_cast<bool>(read));
        RC_ASSERT(*read == std::optional{row});
    }
    RC_ASSERT(*reader.next() == std::optional<Row>{});
}

RC_GTEST_PROP(CsvTable, OfAnyBytesIsUtf8, ())
{
    const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    const auto text = exchange::text_of_table(bytes);
    exchange::CsvReader reader{text};
    for (auto row = reader.next(); row && *row; row = reader.next()) RC_ASSERT(!(*row)->empty());
}

std::string some_upn()
{
    const auto digits = std::to_string(801200005001 + *rc::gen::inRange(0, 4));
    return std::string{*record::upn_check_letter(digits)} + digits;
}

record::Identity somebody()
{
    record::Identity identity;
    identity.given_name = *rc::gen::element<std::string>("Alex", "Sam", "");
    identity.family_name = *rc::gen::element<std::string>("Hill", "Wood");
    identity.year_group = *rc::gen::element<std::string>("", "9");
    if (*rc::gen::inRange(0, 3) > 0)
        identity.born = Date{std::chrono::year{2012} / 9 / *rc::gen::inRange(1, 4)};
    if (*rc::gen::inRange(0, 3) > 0) identity.upn = some_upn();
    return identity;
}

RC_GTEST_PROP(ChildrenImports, ChangeNothingTheSecondTime, ())
{
    const Date today{std::chrono::year{2026} / 11 / 23};
    std::vector<record::ListedChild> list;
    for (int i = 0; i < *rc::gen::inRange(0, 4); ++i)
        list.push_back({record::ChildId{std::to_string(i)}, somebody()});
    std::vector<record::ImportedChild> rows;
    for (std::size_t i = 0; i < *rc::gen::inRange<std::size_t>(0, 5); ++i)
        rows.push_back({i + 2, somebody(), *rc::gen::inRange(0, 4) == 0 ? some_upn() : ""});

    const auto plan = record::plan_import(list, rows, today);
    if (!plan) {
        RC_ASSERT(!plan.error().empty());
        for (const auto& fault : plan.error()) RC_ASSERT(!fault.fix.empty());
        return;
    }
    RC_ASSERT(plan->added.size() + plan->corrected.size() + plan->unchanged == rows.size());
    for (const auto& one : plan->corrected)
        for (auto& listed : list)
            if (listed.child == one.child) listed.identity = one.identity;
    for (const auto& identity : plan->added)
        list.push_back({record::ChildId{"new" + std::to_string(list.size())}, identity});
    const auto again = record::plan_import(list, rows, today);
    RC_ASSERT(static_cast<bool>(again));
    RC_ASSERT(again->added.empty());
    RC_ASSERT(again->corrected.empty());
    RC_ASSERT(again->unchanged == rows.size());
}

}  // namespace
}  // namespace safelead
