#include "sqlite_folder.h"

#include <fstream>
#include <iterator>

namespace safelead::store {
namespace {

using namespace safelead::test;

constexpr std::string_view typed = "bytes of a draft that nobody else has";

bool has_it(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    return bytes.find(typed) != std::string::npos;
}

/// Whether what was typed can be found in the files, whoever reads them past SQLite.
bool is_on_disk(const SqliteFolder& folder)
{
    return has_it(folder.path() / "passing.sqlite") || has_it(folder.path() / "passing.sqlite-wal");
}

/// So long that it is on pages of its own, too.
ledger::PassingRow draft(const std::string& id, std::size_t times)
{
    std::string text;
    for (std::size_t time = 0; time < times; ++time) text += typed;
    const auto bytes = std::as_bytes(std::span{text});
    return {"draft", id, "p-1@oakfield", Bytes{bytes.begin(), bytes.end()}, at(100)};
}

TEST(ForgottenPassing, IsInNoFileAnyMore)
{
    SqliteFolder folder;
    auto& store = folder.open().passing();
    store.put(draft("short", 1));
    store.put(draft("long", 1'000));
    store.put(draft("replaced", 1));
    ASSERT_TRUE(is_on_disk(folder));
    store.remove("draft", "short");
    store.remove("draft", "long");
    store.put({"draft", "replaced", "p-1@oakfield", {}, at(100)});
    ASSERT_TRUE(is_on_disk(folder)) << "the write-ahead log has it as it was";
    EXPECT_TRUE(store.forget_removed());
    EXPECT_FALSE(is_on_disk(folder));
    EXPECT_TRUE(store.get("draft", "replaced", at(0)));
}

}  // namespace
}  // namespace safelead::store
