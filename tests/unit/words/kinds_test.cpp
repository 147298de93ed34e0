// What a file is by its name and its first bytes; the corpus has a file of each kind.

#include "words/kinds.h"

#include "words/picture_links.h"

#include <gtest/gtest.h>

#include <string>

namespace safelead::words {
namespace {

TEST(Kinds, ATextThatBearsTheNameOfAPictureIsRefused)
{
    for (const auto ending : picture_endings)
        EXPECT_FALSE(kind_of("Sam told me at break.", "note." + std::string{ending})) << ending;
}

std::string card(const std::string& lines)
{
    return "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:The office\r\n" + lines + "\r\nEND:VCARD\r\n";
}

TEST(Kinds, ACardWithAFileInItIsRefused)
{
    for (const std::string property :
         {"PHOTO;ENCODING=b:AAAA", "photo:data", "LOGO:x", "SOUND;TYPE=OGG:x", "KEY:x", "item1.PHOTO:x",
          "ATTACH;ENCODING=BASE64:AAAA", "x.attach;FMTTYPE=a/b;\r\n ENCODING=BASE64:AAAA"}) {
        const auto kind = kind_of(card(property), "");
        ASSERT_FALSE(kind) << property;
        EXPECT_EQ(kind.error(), Refusal::carries_data) << property;
    }
}

TEST(Kinds, APropertyIsKnownByTheWholeOfItsName)
{
    for (const std::string line : {"KEYWORDS:school, office", "Keys: with the caretaker", "PHOTOGRAPHER:none",
                                   "Logopaedics;Mondays:yes", "NOTE:key", "Photo day is on Monday",
                                   "attached: nothing in base64", "SOUNDS.LIKE:x"}) {
        const auto kind = kind_of(card(line), "");
        ASSERT_TRUE(kind) << line;
        EXPECT_EQ(*kind, Kind::plain) << line;
    }
}

}  // namespace
}  // namespace safelead::words
