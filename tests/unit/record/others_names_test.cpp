#include "record/others_names.h"

#include "record/letters.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

Identity named(std::string given, std::string family, std::string known_as = "")
{
    return {std::move(given), std::move(family), std::move(known_as), {}, "", "", ""};
}

OtherPerson child_b(Identity identity)
{
    return {"Child B", {std::move(identity)}, {}};
}

/// The text with all that was found replaced.
std::string without(const std::vector<OtherPerson>& others, std::string_view text,
                    const std::vector<Identity>& own = {})
{
    const OthersNames names{others, own};
    return with_names_replaced(text, names.in(text), [](const auto&) { return true; });
}

TEST(OthersNames, AreFoundInAnyCapitalsAndByOneNameAlone)
{
    const auto b = child_b(named("Jordan", "Fielding"));
    EXPECT_EQ(without({b}, "Jordan Fielding said so."), "Child B said so.");
    EXPECT_EQ(without({b}, "JORDAN said so; fielding, too."), "Child B said so; Child B, too.");
    EXPECT_EQ(without({b}, "Fielding, Jordan"), "Child B, Child B");
    EXPECT_EQ(without({b}, "Nobody was there."), "Nobody was there.");
}

TEST(OthersNames, AreFoundWithTheirGenitiveAndWithAnApostropheAfterThem)
{
    const auto b = child_b(named("Jordan", "Fielding"));
    EXPECT_EQ(without({b}, "Jordan's bag, Jordan’s bag, Jordans bag, the Fieldings, Jordan'll come"),
              "Child B's bag, Child B’s bag, Child Bs bag, the Child Bs, Child B'll come");
}

TEST(OthersNames, AreFoundWithoutTheirAccentsAndWithOthersForThem)
{
    EXPECT_EQ(without({child_b(named("Łucja", "Błaszczyk"))}, "Lucja Blaszczyk, ŁUCJA"), "Child B, Child B");
    EXPECT_EQ(without({child_b(named("Zoe", "Muller"))}, "Zoë Müller"), "Child B");
    EXPECT_EQ(without({child_b(named("Jürgen", ""))}, "Juergen, Jurgen, jürgen"),
              "Child B, Child B, Child B");
    // The accent as a mark of its own.
    EXPECT_EQ(without({child_b(named("Zoë", ""))}, "Zoe\xCC\x88 was there"), "Child B was there");
    EXPECT_EQ(without({child_b(named("Siân", ""))}, "SIÂN and Sian"), "Child B and Child B");
}

TEST(OthersNames, AreFoundWithAndWithoutTheirHyphensAndApostrophes)
{
    const auto b = child_b(named("Anne-Marie", "O’Brien"));
    EXPECT_EQ(without({b}, "Anne-Marie, Anne Marie, Annemarie, anne‐marie, Marie"),
              "Child B, Child B, Child B, Child B, Child B");
    EXPECT_EQ(without({b}, "O'Brien, OBrien, O’Brien's, o`brien"), "Child B, Child B, Child B's, Child B");
}

TEST(OthersNames, AreFoundJoinedAsInAnAddressAndBesideDigits)
{
    const auto b = child_b(named("Jordan", "Fielding"));
    EXPECT_EQ(without({b}, "@jordanfielding2010 and jordan.fielding and fielding_jordan"),
              "@Child B2010 and Child B.Child B and Child B_Child B");
}

TEST(OthersNames, AreNotFoundInsideOtherWords)
{
    const auto b = child_b(named("Al", "Ree"));
    EXPECT_EQ(without({b}, "All agreed in the hall; it was read already."),
              "All agreed in the hall; it was read already.");
}

TEST(OthersNames, TakeTheirInitialWithThem)
{
    const auto b = child_b(named("Jordan", "Fielding"));
    EXPECT_EQ(without({b}, "Jordan F. was there; Jordan F's bag; Jordan a bit later"),
              "Child B. was there; Child B's bag; Child B a bit later");
}

TEST(OthersNames, ThatAreOrdinaryWordsAreOfferedAndAPersonDecides)
{
    const OthersNames names{{child_b(named("Will", "Field"))}, {}};
    const std::string text = "Will said he will be on the field.";
    const auto found = names.in(text);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0], (NameFound{0, 4, "Child B", HowSure::spelled_so}));
    const auto out = with_names_replaced(text, found, [](const auto& name) { return name.begin == 0; });
    EXPECT_EQ(out, "Child B said he will be on the field.");
}

TEST(OthersNames, OneLetterOffAreOfferedAsThat)
{
    const OthersNames names{{child_b(named("Jordan", "Fielding"))}, {}};
    for (const std::string text : {"Jordon", "Jorden", "Jrodan", "Fieldng"}) {
        const auto found = names.in(text);
        ASSERT_EQ(found.size(), 1U) << text;
        EXPECT_EQ(found[0].how_sure, HowSure::nearly_so) << text;
    }
    EXPECT_TRUE(names.in("Gordon Holding").empty());
}

TEST(OthersNames, ThatTheChildHasTooAreOfferedAsThat)
{
    const OthersNames names{{child_b(named("Jo", "Reed"))}, {named("Sam", "Reed")}};
    const auto found = names.in("Sam Reed and Jo");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].how_sure, HowSure::own_name_also);
    EXPECT_EQ(found[1].how_sure, HowSure::spelled_so);
}

TEST(OthersNames, OfTwoPeopleAreSaidOfBoth)
{
    const std::vector<OtherPerson> others{{"Child B", {named("Jordan", "Reed")}, {}},
                                          {"Child C", {named("Kim", "Reed")}, {}}};
    EXPECT_EQ(without(others, "Reed, Jordan, Kim"), "Child B or Child C, Child B, Child C");
}

TEST(OthersNames, BeforeACorrectionAreFoundToo)
{
    const OtherPerson b{"Child B", {named("Jordon", "Fielding"), named("Jordan", "Feilding")}, {}};
    EXPECT_EQ(without({b}, "Jordon, Jordan, Feilding"), "Child B, Child B, Child B");
}

TEST(OthersNames, OfThoseWithoutARecordAreFoundInWhatTheyAreCalled)
{
    const OtherPerson adult{"Adult 1", {}, {"an adult met online, Skylark99"}};
    EXPECT_EQ(without({adult}, "An adult, skylark99, wrote online."), "An adult, Adult 199, wrote online.");
}

TEST(OthersNames, InScriptsWithoutSpacesAreFoundAnywhere)
{
    EXPECT_EQ(without({child_b(named("小明", "王"))}, "我和王小明说话"), "我和Child B说话");
    EXPECT_EQ(without({child_b(named("Ольга", ""))}, "ОЛЬГА была"), "Child B была");
}

TEST(OthersNames, HiddenByWhatHasNoWidthAreFound)
{
    EXPECT_EQ(without({child_b(named("Jordan", ""))},
                      "Jor\xC2\xAD"
                      "dan, Jor\xE2\x80\x8B"
                      "dan"),
              "Child B, Child B");
}

TEST(OthersNames, AreNotMadeOfWordsThatOnlyDescribeSomebody)
{
    EXPECT_EQ(without({child_b(named("A child, Year 9", ""))}, "The child is in year 9."),
              "The child is in year 9.");
    EXPECT_EQ(without({child_b(named("Jordan", "Friend"))}, "Friend was there."), "Child B was there.");
}

TEST(OthersNames, OfNobodyFindNothing)
{
    EXPECT_TRUE(OthersNames({}, {}).in("Jordan").empty());
    EXPECT_TRUE(OthersNames({child_b(named("", ""))}, {}).in("Jordan").empty());
}

TEST(Letters, OfWhatIsNotUtf8AreBetweenWords)
{
    EXPECT_EQ(letters_of("a\xFF"
                         "b")
                  .size(),
              3U);
    EXPECT_EQ(name_words("Anne-Marie O’Brien"), (std::vector<std::u32string>{U"anne", U"marie", U"obrien"}));
}

TEST(Letters, ApartAreCountedUpToALimit)
{
    EXPECT_EQ(letters_apart(U"jordan", U"jordan", 1), 0U);
    EXPECT_EQ(letters_apart(U"jordan", U"jrodan", 1), 1U);
    EXPECT_EQ(letters_apart(U"jordan", U"gordon", 1), 2U);
    EXPECT_EQ(letters_apart(U"jo", U"jordan", 1), 2U);
}

}  // namespace
}  // namespace safelead::record
