#include "base/bug.h"
#include "web/text/phrase.h"

#include <gtest/gtest.h>

namespace safelead::web {

namespace {

constexpr Phrase hello{"test.hello", "Hello, {0}"};
constexpr Phrase linked{"test.linked", "**Ring [999](tel:999)** & say [why]({0}), 2 * 3"};
constexpr Translation in_urdu[]{{"test.hello", "سلام {0}"}};
constexpr Language urdu{"ur", Direction::right_to_left, in_urdu};

}  // namespace

TEST(Speaker, FillsInEscaped)
{
    EXPECT_EQ(Speaker{english}(hello, {"<Sam>"}).bytes(), "Hello, &lt;Sam&gt;");
    EXPECT_EQ(Speaker{english}.plain(hello, {"<Sam>"}), "Hello, <Sam>");
}

TEST(Speaker, SaysTheLanguageOfTheReader)
{
    EXPECT_EQ(Speaker{urdu}(hello, {"Sam"}).bytes(), "سلام Sam");
}

TEST(Speaker, MarksWhatItHadToSayInEnglish)
{
    const Phrase only_english{"test.only-english", "Sign in"};
    EXPECT_EQ(Speaker{urdu}(only_english).bytes(), "<span lang=\"en-GB\" dir=\"ltr\">Sign in</span>");
    EXPECT_EQ(Speaker{english}(only_english).bytes(), "Sign in");
}

TEST(Speaker, KnowsStrongWordsAndLinks)
{
    EXPECT_EQ(Speaker{english}(linked, {"/law?a=1&b"}).bytes(),
              "<strong>Ring <a class=\"govuk-link\" href=\"tel:999\">999</a></strong> &amp; say "
              "<a class=\"govuk-link\" href=\"/law?a=1&amp;b\">why</a>, 2 * 3");
}

TEST(Speaker, TakesNoMarkupFromWhatIsFilledIn)
{
    EXPECT_EQ(Speaker{english}(hello, {"**Sam** [x](/y) {0}"}).bytes(), "Hello, **Sam** [x](/y) {0}");
}

TEST(Speaker, StopsOverAGapThatNothingWasGivenFor)
{
    EXPECT_THROW((void)Speaker{english}(hello), Bug);
}

TEST(Speaker, LeavesBracesThatAreNoGap)
{
    const Phrase braces{"test.braces", "{x} {} {"};
    EXPECT_EQ(Speaker{english}.plain(braces), "{x} {} {");
}

}  // namespace safelead::web
