// Advice without an account: what its form says, what its page shows, and that nothing stays behind.

#include "guidance/program.h"
#include "support/packs.h"
#include "support/practice_site.h"
#include "web/forms/advise_form.h"
#include "web/pages/guidance_page.h"

#include <gmock/gmock.h>

#include <string>

namespace safelead::web {
namespace {

using test::Browser;
using test::PracticeSite;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const guidance::Pack& newest()
{
    return test::packs().newest();
}

std::string page(const Response& answer)
{
    return std::string{answer.text()};
}

TEST(AdviseForm, GivesTheFactsAsTheyWereAnswered)
{
    const FormFields typed{{{"fact-coercion", "alleged"},
                            {"fact-medium", "unknown"},
                            {"role-A", "subject"},
                            {"role-A", "sharer"},
                            {"age-A", "14"},
                            {"age-then-A", ""},
                            {"basis-A", "known"},
                            {"setting-A", "this_school"}}};
    const auto facts = parse_advise(typed, newest());
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->value("coercion"), "alleged");
    EXPECT_EQ(facts->answers().size(), 1U) << "not known is no answer";
    ASSERT_EQ(facts->people().size(), 1U) << "of B nothing was said";
    const guidance::Person a{"A",
                             {guidance::Role::subject, guidance::Role::sharer},
                             14,
                             std::nullopt,
                             guidance::AgeBasis::known,
                             guidance::Setting::this_school};
    EXPECT_EQ(facts->people().front(), a);
}

TEST(AdviseForm, RefusesAnAnswerThatIsNotOffered)
{
    for (const auto* field : {"fact-coercion", "role-A", "age-A", "basis-A", "setting-A"}) {
        const auto facts = parse_advise(FormFields{{{field, "made up"}}}, newest());
        ASSERT_FALSE(facts) << field;
        EXPECT_EQ(facts.error().front().field, field);
    }
    EXPECT_FALSE(parse_advise(FormFields{{{"role-A", "subject"}, {"age-A", "41"}}}, newest()));
}

TEST(AdviseForm, RefusesSomebodyWithoutAPartInIt)
{
    const auto facts = parse_advise(FormFields{{{"age-B", "14"}}}, newest());
    ASSERT_FALSE(facts);
    EXPECT_EQ(facts.error().front().field, "role-B");
}

TEST(AdviseForm, HasRoomForTwoToTwentySixPeople)
{
    EXPECT_EQ(room_for({}), 2);
    EXPECT_EQ(room_for(FormFields{{{"people", "5"}}}), 5);
    EXPECT_EQ(room_for(FormFields{{{"people", "27"}}}), 2);
    EXPECT_EQ(room_for(FormFields{{{"people", "-1"}}}), 2);
    EXPECT_EQ(letter_of(25), "Z");
}

TEST(AdviseForm, OffersEveryAgeThatMakesADifference)
{
    for (const auto& pack : test::packs().editions())
        EXPECT_GE(oldest_offered, pack.program().oldest_age_that_matters) << pack.edition().text();
}

class Advise : public testing::Test {
protected:
    PracticeSite site;
};

TEST_F(Advise, SetsNoCookieAndSendsNoSignatureOfItsOwn)
{
    Browser anybody{site};
    const auto first = anybody.get("/advise");
    EXPECT_TRUE(first.cookies.empty());
    EXPECT_EQ(first.caching, Caching::no_store);
    const auto answer = anybody.send("/advise", {{"fact-blackmail", "yes"}, {"ask", "advice"}});
    EXPECT_EQ(answer.status, Status::ok);
    EXPECT_TRUE(answer.cookies.empty());
    EXPECT_EQ(answer.caching, Caching::no_store);
    EXPECT_THAT(page(answer), Not(HasSubstr("name=\"csrf\"")));
}

TEST_F(Advise, SaysDangerFirstAndWhatIsKeptAndWhoIsTold)
{
    Browser anybody{site};
    const auto shown = page(anybody.get("/advise"));
    const auto main = shown.find("<main");
    EXPECT_LT(shown.find("tel:999", main), shown.find("Nothing is kept", main));
    EXPECT_THAT(shown, HasSubstr("Nobody is told"));
}

TEST_F(Advise, GivesTheAdviceWithReasonsStepsAndNumbers)
{
    Browser anybody{site};
    anybody.get("/advise");
    const auto shown = page(anybody.send("/advise", {{"fact-blackmail", "yes"}, {"ask", "advice"}}));
    EXPECT_THAT(shown, AllOf(HasSubstr("data-gives=\"C2\""), HasSubstr("/guidance/ukcis-2024#"),
                             HasSubstr("data-step=\""), HasSubstr("id=\"ring\""),
                             HasSubstr("not yet been checked by a practising safeguarding lead")));
}

TEST_F(Advise, KeepsWhatWasTickedWhenSomethingIsWrongAndWhenSomebodyIsAdded)
{
    Browser anybody{site};
    anybody.get("/advise");
    const auto wrong =
        anybody.send("/advise", {{"fact-blackmail", "yes"}, {"age-B", "14"}, {"ask", "advice"}});
    EXPECT_EQ(wrong.status, Status::unprocessable);
    EXPECT_THAT(page(wrong), HasSubstr("Tick what B did"));
    EXPECT_THAT(page(wrong), HasSubstr("value=\"yes\" checked"));
    const auto more = page(anybody.send("/advise", {{"fact-blackmail", "yes"}, {"ask", "add-person"}}));
    EXPECT_THAT(more, AllOf(HasSubstr("Person C"), HasSubstr("value=\"yes\" checked")));
}

TEST_F(Advise, SendsBackNoWordsThatItDidNotAskFor)
{
    Browser anybody{site};
    anybody.get("/advise");
    const auto shown = page(anybody.send("/advise", {{"called-A", "Robin Vale"},
                                                     {"fact-relationship", "Robin Vale"},
                                                     {"fact-blackmail", "Robin Vale"},
                                                     {"ask", "advice"}}));
    EXPECT_THAT(shown, Not(HasSubstr("Robin Vale")));
    EXPECT_THAT(shown, Not(HasSubstr("name=\"fact-relationship\"")));
}

TEST_F(Advise, DoesNotShowWhatIsForOfficers)
{
    Browser anybody{site};
    anybody.get("/advise");
    const auto shown = page(anybody.send("/advise", {{"fact-malicious_intent", "yes"},
                                                     {"fact-financial_demand", "yes"},
                                                     {"fact-coercion", "yes"},
                                                     {"ask", "advice"}}));
    EXPECT_THAT(shown, Not(HasSubstr("OUTCOME_21")));
}

TEST_F(Advise, RefusesAFormFromAnotherSite)
{
    Request request;
    request.method = Method::post;
    request.path = "/advise";
    request.segments = {"advise"};
    request.remote = "192.0.2.1";
    request.headers = {{"Sec-Fetch-Site", "cross-site"}};
    ASSERT_FALSE(std::holds_alternative<Refused>(site.answerer().admit(request)));
    EXPECT_EQ(wait_for(site.answerer().answer(request)).status, Status::forbidden);
}

TEST(GuidancePage, ShowsEveryRuleForSchoolsUnderItsId)
{
    for (const auto& pack : test::packs().editions()) {
        const auto shown = edition_page(Speaker{english}, pack, {});
        for (const auto& table : pack.tables())
            for (const auto& rule : table.rules) {
                const auto anchor = "<li id=\"" + std::string{rule.id.text()} + "\"";
                const bool is_there = shown.bytes().find(anchor) != std::string_view::npos;
                EXPECT_EQ(is_there, pack.is_shown_to_schools(rule.gives.text())) << rule.id.text();
            }
    }
}

TEST(GuidancePage, SaysAConditionInTheWordsOfTheEdition)
{
    EXPECT_EQ(condition_in_words(newest(), {}, "medium is asked_not_sent").bytes(),
              "“What it was” is “An image was asked for, none was sent”");
    EXPECT_EQ(condition_in_words(newest(), {}, "some subject has (age_at_event under 13)").bytes(),
              "some “Child in the image” has (age at event under 13)");
    EXPECT_EQ(condition_in_words(newest(), {}, "subject_identified is no or no subject").bytes(),
              "“Who is in the image is known” is “No” or no “Child in the image”");
    EXPECT_EQ(condition_in_words(newest(), {}, "adult_involved is one of yes, suspected").bytes(),
              "“An adult is involved” is one of “Yes”, “Suspected”");
}

TEST(GuidancePage, LeadsFromANameToWhatItStandsFor)
{
    const Names names{{"pressure", "coercion is yes"}};
    EXPECT_EQ(condition_in_words(newest(), names, "not pressure").bytes(),
              "not <a class=\"govuk-link\" href=\"#name-pressure\">pressure</a>");
    const std::string shown = edition_tables(Speaker{english}, newest(), names, nullptr).bytes();
    EXPECT_THAT(shown, HasSubstr("<li id=\"name-pressure\"><strong>pressure</strong><br>“Pressure, force or "
                                 "tricks” is “Yes”</li>"));
}

TEST(GuidancePage, MarksTheRulesOfACase)
{
    const auto& table = newest().tables().front();
    const RulesOfCase of_case{{table.rules[0].id}, {table.rules[1].id}};
    const std::string shown = edition_tables(Speaker{english}, newest(), {}, &of_case).bytes();
    EXPECT_THAT(shown, HasSubstr("data-met=\"" + std::string{table.rules[0].id.text()} + "\""));
    EXPECT_EQ(shown.find("Could still be met"), shown.rfind("Could still be met"));
}

}  // namespace
}  // namespace safelead::web
