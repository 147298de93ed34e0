#include "post/mail.h"

#include <gtest/gtest.h>

namespace safelead::post {
namespace {

using namespace std::chrono_literals;

const Instant noon = *parse_instant("2026-11-23T12:34:56.000Z");

TEST(Mail, SaysThatSomethingWaitsAndNothingElse)
{
    EXPECT_EQ(message_of({"lead@hill.example", "abc", noon},
                         {"safelead@partnership.example", "https://s.example/"}),
              "Date: Mon, 23 Nov 2026 12:34:00 +0000\r\n"
              "From: Safelead <safelead@partnership.example>\r\n"
              "To: <lead@hill.example>\r\n"
              "Message-ID: <abc@partnership.example>\r\n"
              "Subject: Something waits for you\r\n"
              "Auto-Submitted: auto-generated\r\n"
              "X-Auto-Response-Suppress: All\r\n"
              "MIME-Version: 1.0\r\n"
              "Content-Type: text/plain; charset=us-ascii\r\n"
              "Content-Transfer-Encoding: 7bit\r\n"
              "\r\n"
              "Something waits for you in Safelead.\r\n"
              "\r\n"
              "Sign in to see what it is:\r\n"
              "https://s.example/\r\n"
              "\r\n"
              "This mail never says more. Please don't answer it: nobody reads answers.\r\n"
              "Nothing here rings anyone. If a child is in danger now, ring 999.\r\n");
}

TEST(Mail, HasNoLinkWhereNoneIsSet)
{
    EXPECT_NE(message_of({"a@b.example", "x", noon}, {"c@d.example", ""}).find("Sign in as you usually do"),
              std::string::npos);
}

TEST(Mail, GoesToNothingThatCouldAddALine)
{
    for (const auto* right : {"a@b", "first.last+tag@school.example"})
        EXPECT_TRUE(is_address(right)) << right;
    for (const auto* wrong : {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nBcc: d@e", "<a@b>", "a,b@c",
                              "\"a\"@b", "\xC3\xA9@b"})
        EXPECT_FALSE(is_address(wrong)) << wrong;
    EXPECT_FALSE(is_address(std::string(250, 'a') + "@b.example"));
}

TEST(Mail, IsTriedEverLaterAndGivenUpAfterMoreThanADay)
{
    auto at = noon;
    auto before = 0ms;
    int tries = 1;
    for (; next_try(tries, at); ++tries) {
        const auto wait = *next_try(tries, at) - at;
        EXPECT_GT(wait, before);
        before = wait;
        at += wait;
    }
    EXPECT_EQ(tries, 10);
    EXPECT_GT(at - noon, 24h);
    EXPECT_FALSE(next_try(0, noon));
}

}  // namespace
}  // namespace safelead::post
