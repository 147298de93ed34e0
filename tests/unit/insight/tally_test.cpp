#include "insight/tally.h"

#include <gtest/gtest.h>

namespace safelead::insight {
namespace {

using namespace std::chrono;

constexpr Term autumn{2026, Season::autumn};

Fact opened(Term term = autumn)
{
    return {Counted::opened, term};
}
Fact decided(std::string advised, std::string route, AgeBand youngest)
{
    return {Counted::decided, autumn, "ukcis-2024", std::move(advised), std::move(route), youngest};
}

std::vector<std::vector<Fact>> three_schools(std::size_t each)
{
    return std::vector(3, std::vector(each, opened()));
}

TEST(ATerm, IsAThirdOfTheYear)
{
    EXPECT_EQ(term_of(2026y / September / 1), autumn);
    EXPECT_EQ(term_of(2026y / December / 31), autumn);
    EXPECT_EQ(term_of(2027y / January / 1), (Term{2027, Season::spring}));
    EXPECT_EQ(term_of(2027y / March / 31), (Term{2027, Season::spring}));
    EXPECT_EQ(term_of(2027y / April / 1), (Term{2027, Season::summer}));
    EXPECT_EQ(term_of(2027y / August / 31), (Term{2027, Season::summer}));
    EXPECT_LT(autumn, term_of(2027y / January / 1));
}

TEST(ATerm, IsReadAsItIsWritten)
{
    for (const auto season : {Season::spring, Season::summer, Season::autumn})
        EXPECT_EQ(parse_term(to_text({2026, season})), (Term{2026, season}));
    for (const auto* text :
         {"", "2026", "2026-", "2026-winter", "26-autumn", "x026-autumn", "-026-autumn", "0026-autumn"})
        EXPECT_FALSE(parse_term(text)) << text;
    EXPECT_EQ(words(autumn), "Autumn term 2026");
}

TEST(AnAge, FallsIntoOneBand)
{
    EXPECT_EQ(age_band({}), AgeBand::not_known);
    EXPECT_EQ(age_band(10), AgeBand::under_11);
    EXPECT_EQ(age_band(11), AgeBand::from_11_to_13);
    EXPECT_EQ(age_band(13), AgeBand::from_11_to_13);
    EXPECT_EQ(age_band(14), AgeBand::from_14_to_15);
    EXPECT_EQ(age_band(16), AgeBand::from_16_to_17);
    EXPECT_EQ(age_band(17), AgeBand::from_16_to_17);
    EXPECT_EQ(age_band(18), AgeBand::adult);
    for (const auto band : {AgeBand::not_known, AgeBand::under_11, AgeBand::from_11_to_13,
                            AgeBand::from_14_to_15, AgeBand::from_16_to_17, AgeBand::adult})
        EXPECT_EQ(age_band_from_name(name_of(band)), band);
    EXPECT_FALSE(age_band_from_name("12"));
}

TEST(Figures, AreRoundedAndSmallOnesNotShown)
{
    EXPECT_EQ(figures(three_schools(4), Disclosure::rounded).front().opened,
              (Figure{Figure::Sure::about, 10}));
    EXPECT_EQ(figures(three_schools(1), Disclosure::rounded).front().opened, (Figure{Figure::Sure::few, 0}));
    EXPECT_EQ(figures(three_schools(4), Disclosure::exact).front().opened, (Figure{Figure::Sure::exact, 12}));
}

TEST(Figures, AreWithheldWhereFewerThanThreeOrganisationsHadAny)
{
    auto facts = three_schools(40);
    facts.back().clear();
    const auto withheld = figures(facts, Disclosure::rounded).front();
    EXPECT_TRUE(withheld.is_withheld);
    EXPECT_EQ(withheld.opened, Figure{});
    facts.back().push_back(opened());
    EXPECT_FALSE(figures(facts, Disclosure::rounded).front().is_withheld);
}

TEST(Figures, OfOneSchoolAreTheSameForAFewAsForNothing)
{
    const auto of_one_school = [](const std::vector<Fact>& facts) {
        return figures(std::span{&facts, 1}, Disclosure::rounded_without_nothing);
    };
    const Fact to_police{Counted::referred, autumn, {}, {}, {}, AgeBand::not_known, "police"};
    const Fact to_social_care{Counted::referred, autumn, {}, {}, {}, AgeBand::not_known, "social_care"};
    std::vector facts(7, to_social_care);
    const auto of_nothing_else = of_one_school(facts);
    ASSERT_EQ(of_nothing_else.size(), 1U);
    EXPECT_EQ(of_nothing_else[0].referred, (std::vector<Line>{{"social_care", {Figure::Sure::about, 5}}}));
    EXPECT_EQ(of_nothing_else[0].opened, (Figure{Figure::Sure::few, 0}));

    // One to the police, a few of everything else, and a few in another term.
    facts.push_back(to_police);
    for (int count = 0; count < 4; ++count) {
        facts.push_back(opened());
        facts.push_back(opened({2027, Season::spring}));
        facts.push_back(decided("CONSULT", "SCHOOL_MANAGE", AgeBand::under_11));
        facts.push_back({Counted::closed, autumn});
        facts.push_back({Counted::disagreed, autumn, {}, {}, {}, AgeBand::not_known, "police"});
    }
    EXPECT_EQ(of_one_school(facts), of_nothing_else);

    facts.insert(facts.end(), 4, to_police);
    EXPECT_EQ(
        of_one_school(facts).front().referred,
        (std::vector<Line>{{"police", {Figure::Sure::about, 5}}, {"social_care", {Figure::Sure::about, 5}}}));
}

TEST(Figures, StandBesideNoSumOfThemWhereTheyAreRounded)
{
    const std::vector facts(3, std::vector(4, decided("CONSULT", "SCHOOL_MANAGE", AgeBand::under_11)));
    EXPECT_EQ(figures(facts, Disclosure::rounded).front().routes,
              (std::vector<Line>{{"SCHOOL_MANAGE", {Figure::Sure::about, 10}}}));
    EXPECT_FALSE(figures(facts, Disclosure::rounded).front().decided);
    EXPECT_FALSE(figures(facts, Disclosure::rounded_without_nothing).front().decided);
    EXPECT_EQ(figures(facts, Disclosure::exact).front().decided, (Figure{Figure::Sure::exact, 12}));
}

TEST(Figures, AreOfOneTermEachTheNewestFirst)
{
    auto facts = three_schools(5);
    for (auto& of : facts) of.push_back(opened({2027, Season::spring}));
    const auto of = figures(facts, Disclosure::exact);
    ASSERT_EQ(of.size(), 2U);
    EXPECT_EQ(of[0].term, (Term{2027, Season::spring}));
    EXPECT_EQ(of[0].opened.number, 3U);
    EXPECT_EQ(of[1].opened.number, 15U);
}

TEST(Figures, SayWhatWasAdvisedAndDecidedAndOfWhatAge)
{
    const std::vector<std::vector<Fact>> facts{
        {decided("CONSULT", "CONSULT", AgeBand::from_11_to_13),
         decided("CONSULT", "SCHOOL_MANAGE", AgeBand::not_known)},
        {{Counted::referred, autumn, {}, {}, {}, AgeBand::not_known, "police"}},
        {{Counted::disagreed, autumn, {}, {}, {}, AgeBand::not_known, "social_care"},
         {Counted::closed, autumn}}};
    const auto of = figures(facts, Disclosure::exact).front();
    EXPECT_EQ(of.decided, (Figure{Figure::Sure::exact, 2}));
    EXPECT_EQ(of.closed.number, 1U);
    EXPECT_EQ(of.advised, (std::vector<Line>{{"CONSULT", {Figure::Sure::exact, 2}}}));
    EXPECT_EQ(of.routes, (std::vector<Line>{{"CONSULT", {Figure::Sure::exact, 1}},
                                            {"SCHOOL_MANAGE", {Figure::Sure::exact, 1}}}));
    EXPECT_EQ(of.ages, (std::vector<Line>{{"age not known", {Figure::Sure::exact, 1}},
                                          {"11 to 13", {Figure::Sure::exact, 1}}}));
    EXPECT_EQ(of.referred, (std::vector<Line>{{"police", {Figure::Sure::exact, 1}}}));
    EXPECT_EQ(of.disagreed, (std::vector<Line>{{"social_care", {Figure::Sure::exact, 1}}}));
}

}  // namespace
}  // namespace safelead::insight
