#include "crypto/timed_code.h"

#include "crypto/base32.h"

#include <gtest/gtest.h>

#include <utility>

namespace safelead::crypto {
namespace {

using namespace std::chrono_literals;

const BytesView rfc_secret = bytes_of("12345678901234567890");

Instant after(std::int64_t seconds)
{
    return Instant{std::chrono::seconds{seconds}};
}

TEST(TimedCode, AgreesWithTheExamplesOfRfc6238)
{
    constexpr std::pair<std::int64_t, std::string_view> examples[] = {
        {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
        {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
    for (const auto& [seconds, code] : examples) {
        EXPECT_EQ(timed_code(rfc_secret, code_step(after(seconds)), 8), code);
        EXPECT_EQ(timed_code(rfc_secret, code_step(after(seconds))), code.substr(2));
    }
}

TEST(TimedCode, IsGoodForItsHalfMinuteAndOneOnEitherSide)
{
    const auto now = after(1111111111);
    const auto step = code_step(now);
    for (const auto good : {step - 1, step, step + 1})
        EXPECT_EQ(step_of_code(rfc_secret, timed_code(rfc_secret, good), now), good);
    for (const auto bad : {step - 2, step + 2})
        EXPECT_FALSE(step_of_code(rfc_secret, timed_code(rfc_secret, bad), now));
    for (const auto* bad : {"", "0", "05047", "1050471", "０５０４７１", "050471 "})
        EXPECT_FALSE(step_of_code(rfc_secret, bad, now)) << bad;
}

TEST(Base32, AgreesWithTheExamplesOfRfc4648WithoutPadding)
{
    constexpr std::pair<std::string_view, std::string_view> examples[] = {{"", ""},
                                                                          {"f", "MY"},
                                                                          {"fo", "MZXQ"},
                                                                          {"foo", "MZXW6"},
                                                                          {"foob", "MZXW6YQ"},
                                                                          {"fooba", "MZXW6YTB"},
                                                                          {"foobar", "MZXW6YTBOI"}};
    for (const auto& [plain, written] : examples) {
        EXPECT_EQ(to_base32(bytes_of(plain)), written);
        const auto read = parse_base32(written);
        ASSERT_TRUE(read) << written;
        EXPECT_EQ(text_of(*read), plain);
    }
    for (const auto* wrong : {"M", "mzxq", "MZX1", "MZXR", "MZXQ====", "MZ XQ"})
        EXPECT_FALSE(parse_base32(wrong)) << wrong;
}

}  // namespace
}  // namespace safelead::crypto
