// How long a text may be is counted in characters, whatever the script: what a page shows can be kept.

#include "record/text_limits.h"
#include "support/practice_site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace safelead::web {
namespace {

using test::Browser;
using test::PracticeSite;

/// So many characters of one sentence, again and again; most of them take three bytes.
std::string in_hindi(std::size_t characters)
{
    const std::string sentence = "उन्होंने कहा कि तस्वीर भेजी गई थी। ";
    std::string text;
    for (std::size_t at = 0; characters > 0; at = (at + 1) % sentence.size()) {
        const bool ends = (static_cast<unsigned char>(sentence[(at + 1) % sentence.size()]) & 0xC0U) != 0x80U;
        text += sentence[at];
        if (ends) --characters;
    }
    return text;
}

class LongText : public testing::Test {
protected:
    Response reported(std::string words)
    {
        Browser teacher{site};
        teacher.sign_in("teacher");
        teacher.get("/concerns/new");
        return teacher.send("/concerns/new",
                            {{"unlisted", "Robin Vale"}, {"words", std::move(words)}, {"danger", "no"}});
    }

    PracticeSite site;
};

TEST_F(LongText, OfAnyScriptHasTheSameRoom)
{
    // One short of a blank at the end, which would be trimmed.
    const auto most = in_hindi(record::longest_account - 1) + "\xE0\xA4\xB9";
    ASSERT_GT(most.size(), 2 * record::longest_account);
    const auto taken = reported(most);
    ASSERT_EQ(taken.status, Status::see_other);
    Browser lead{site};
    lead.sign_in("lead");
    const auto sent = test::location(taken);
    const auto reference = sent.substr(0, sent.rfind('/'));
    EXPECT_THAT(std::string{lead.get(reference).text()}, testing::HasSubstr(most));
}

TEST_F(LongText, BeyondItComesBackWholeAndIsToldWhatFits)
{
    const auto too_long = in_hindi(record::longest_account) + "\xE0\xA4\xB9";
    const auto answer = reported(too_long);
    EXPECT_EQ(answer.status, Status::unprocessable);
    EXPECT_THAT(
        std::string{answer.text()},
        testing::AllOf(testing::HasSubstr("longer than 20,000 characters"), testing::HasSubstr(too_long)));
}

}  // namespace
}  // namespace safelead::web
