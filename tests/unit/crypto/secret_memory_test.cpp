// What is said of keys in memory: locked, left out of core dumps, wiped when they are given up.

#include "crypto/secret_key.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>

namespace safelead::crypto {
namespace {

/// The flags of the mapping that an address lies in, as the kernel has them; " lo " is locked, " dd " is left
/// out of dumps.
std::string flags_of(const void* address)
{
    const auto wanted = reinterpret_cast<std::uintptr_t>(address);
    std::ifstream maps{"/proc/self/smaps"};
    bool is_there = false;
    for (std::string line; std::getline(maps, line);) {
        std::uintptr_t from = 0, to = 0;
        char dash = 0;
        std::istringstream head{line};
        if (head >> std::hex >> from >> dash >> to && dash == '-') is_there = from <= wanted && wanted < to;
        if (is_there && line.starts_with("VmFlags:")) return line + " ";
    }
    return {};
}

TEST(SecretKey, LiesInMemoryThatIsLockedAndLeftOutOfDumps)
{
    const auto key = SecretKey::random();
    const auto flags = flags_of(key.bytes().data());
// The sanitisers make locking do nothing: the preset `plain` has none.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_NE(flags.find(" lo "), std::string::npos) << flags;
#endif
    EXPECT_NE(flags.find(" dd "), std::string::npos) << flags;
    const std::string ordinary(32, 'x');
    EXPECT_EQ(flags_of(ordinary.data()).find(" dd "), std::string::npos);
}

TEST(SecretKey, IsWipedWhenItIsGivenUp)
{
    const std::byte* where = nullptr;
    {
        const auto key = SecretKey::random();
        where = key.bytes().data();
        ASSERT_TRUE(
            std::any_of(where, where + SecretKey::size, [](std::byte one) { return one != std::byte{}; }));
    }
    EXPECT_TRUE(
        std::all_of(where, where + SecretKey::size, [](std::byte one) { return one == std::byte{}; }));
}

TEST(SecretKey, WipesWhatItWasTakenFrom)
{
    std::array<std::byte, SecretKey::size> bytes;
    bytes.fill(std::byte{7});
    const auto key = SecretKey::taken_from(bytes);
    EXPECT_EQ(key.bytes().front(), std::byte{7});
    EXPECT_TRUE(std::ranges::all_of(bytes, [](std::byte one) { return one == std::byte{}; }));
}

}  // namespace
}  // namespace safelead::crypto
