#include "base/bug.h"
#include "html_fixtures.h"
#include "web/html/page.h"

namespace safelead::web {

TEST(Html, EscapesWhatGovukEscapes)
{
    Html out;
    out << text("a&b\"c'd<e>f`g\\h");
    EXPECT_EQ(out.bytes(), "a&amp;b&quot;c&#39;d&lt;e&gt;f&#96;g&#92;h");
}

TEST(Html, LeavesEveryOtherByteAsItWas)
{
    const std::string words = "Zoë said: “I’m scared” – 3/4 of the class\t\n";
    EXPECT_EQ(Html{text(words)}.bytes(), words);
}

TEST(Html, CannotBeMadeFromAString)
{
    static_assert(!std::is_constructible_v<Html, std::string>);
    static_assert(!std::is_constructible_v<Html, std::string_view>);
    static_assert(!std::is_convertible_v<const char*, Html>);
}

TEST(Attributes, EscapeTheirValues)
{
    const Html out = Button{.content = text("Go"), .attributes = {{"data-words", "\"><script>"}}};
    EXPECT_NE(out.bytes().find("data-words=\"&quot;&gt;&lt;script&gt;\""), std::string_view::npos);
}

TEST(Attributes, RefuseNamesThatCarryScriptOrBreakOut)
{
    for (const char* name : {"onclick", "OnLoad", "style", "a b", "a>", "a\"", "a=", ""}) {
        EXPECT_THROW((Attributes{{name, "x"}}), Bug) << name;
    }
}

TEST(Textarea, KeepsALeadingLineBreak)
{
    // A browser drops the first line break after the tag, so there are two where one was typed.
    const Html out = Textarea{.name = "words", .value = "\nhe said"};
    EXPECT_NE(out.bytes().find(">\n\nhe said</textarea>"), std::string_view::npos);
}

TEST(Radios, EscapeWhatWasTyped)
{
    const Html out = Radios{.name = "who", .items = {Radio{.value = "\"x", .content = text("<Sam>")}}};
    EXPECT_NE(out.bytes().find("value=\"&quot;x\""), std::string_view::npos);
    EXPECT_NE(out.bytes().find("&lt;Sam&gt;"), std::string_view::npos);
}

}  // namespace safelead::web
