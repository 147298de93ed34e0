// Tokens for a school's own systems, made and revoked through the page.

#include "app/practice_people.h"
#include "calling_system.h"

#include <gmock/gmock.h>

#include <regex>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using test::Browser;
using test::get_with;
using test::location;
using testing::HasSubstr;
using testing::Not;

std::string text_in(const Response& answer)
{
    return std::string{answer.text()};
}

std::string token_on(const std::string& page)
{
    std::smatch found;
    return std::regex_search(page, found, std::regex{"id=\"token\">(safelead_[a-z2-7]{52})<"})
               ? found[1].str()
               : std::string{};
}

class TokensPage : public testing::Test {
protected:
    TokensPage()
    {
        office.sign_in("office");
        office.get("/settings/tokens");
    }

    Response make(std::vector<Field> fields)
    {
        office.get("/settings/tokens");
        return office.send("/settings/tokens", std::move(fields));
    }

    std::vector<Field> register_fields()
    {
        return {{"system", "Register"}, {"scope", "report"}, {"scope", "people:read"}, {"good-for", "90"}};
    }

    test::PracticeSite site;
    Browser office{site};
};

TEST_F(TokensPage, ShowsATokenOnceAndListsItAfterwards)
{
    EXPECT_THAT(text_in(office.get("/settings/sign-in")), HasSubstr("href=\"/settings/tokens\""));
    EXPECT_THAT(text_in(office.get("/settings/tokens")), HasSubstr("There are none yet."));
    const auto token = token_on(text_in(make(register_fields())));
    ASSERT_FALSE(token.empty());
    auto list = text_in(office.get("/settings/tokens"));
    EXPECT_THAT(list, testing::AllOf(HasSubstr("Register"), HasSubstr("Bev Okonjo"), HasSubstr("Never"),
                                     HasSubstr("Good until 21 February 2027, 10am")));
    EXPECT_THAT(list, Not(HasSubstr(token.substr(9, 20))));
    EXPECT_EQ(get_with(site, token, "/api/v1/people").status, Status::ok);
    EXPECT_EQ(get_with(site, token, "/api/v1/concerns/R-0000-0000").status, Status::forbidden);
    list = text_in(office.get("/settings/tokens"));
    EXPECT_THAT(list, HasSubstr("23 November 2026, 10am"));
    EXPECT_THAT(list, Not(HasSubstr("Never")));
    site.clock().pass(std::chrono::days{91});
    office.sign_in("office");
    EXPECT_THAT(text_in(office.get("/settings/tokens")), HasSubstr("Over since"));
}

TEST_F(TokensPage, GivesTheSameTokenToAFormThatIsSentTwice)
{
    auto fields = test::hidden_fields(office.get("/settings/tokens").text(), "/settings/tokens");
    for (auto& field : register_fields()) fields.push_back(field);
    const auto token = token_on(text_in(office.post("/settings/tokens", fields)));
    ASSERT_FALSE(token.empty());
    site.clock().pass(1min);
    EXPECT_EQ(token_on(text_in(office.post("/settings/tokens", fields))), token);
    const auto shown =
        app::tokens_of(site.partnership().safelead(), site.partnership().actor(test::office_of_first_school));
    EXPECT_EQ(shown.value().size(), 1U);
}

TEST_F(TokensPage, RevokesATokenAtOnce)
{
    const auto token = token_on(text_in(make(register_fields())));
    const auto shown =
        app::tokens_of(site.partnership().safelead(), site.partnership().actor(test::office_of_first_school))
            .value();
    const auto page = text_in(office.get("/settings/tokens"));
    EXPECT_THAT(page, HasSubstr(fmt::format("value=\"{}\"", shown.front().id.text())));
    EXPECT_EQ(location(office.send("/settings/tokens/revoke", {})), "/settings/tokens");
    EXPECT_EQ(get_with(site, token, "/api/v1/people").status, Status::unauthorised);
    const auto after = text_in(office.get("/settings/tokens"));
    EXPECT_THAT(after, HasSubstr("Revoked"));
    EXPECT_THAT(after, Not(HasSubstr("action=\"/settings/tokens/revoke\""))) << "there is none to revoke";
}

TEST_F(TokensPage, AsksAgainWhoItIsBeforeATokenIsMade)
{
    site.clock().pass(6min);
    const auto asked = make(register_fields());
    EXPECT_THAT(text_in(asked), HasSubstr("Show that it is you"));
    EXPECT_THAT(text_in(asked),
                testing::AllOf(HasSubstr("value=\"Register\""), HasSubstr("value=\"people:read\"")))
        << "what was typed goes along";
    EXPECT_EQ(token_on(text_in(asked)), "");
    const auto wrong = office.send("/settings/tokens", {{"proof", "not my password"}});
    EXPECT_EQ(token_on(text_in(wrong)), "");
    const auto right = office.send("/settings/tokens", {{"proof", std::string{app::practice_password}}});
    EXPECT_NE(token_on(text_in(right)), "");
}

TEST_F(TokensPage, SaysWhatIsMissingAndKeepsWhatWasTyped)
{
    const auto none = make({});
    EXPECT_EQ(none.status, Status::unprocessable);
    EXPECT_THAT(text_in(none), testing::AllOf(HasSubstr("Give the system a name"),
                                              HasSubstr("Choose at least one thing that the system may do"),
                                              HasSubstr("Choose how long it is good for")));
    const auto no_end = make({{"system", "Register"}, {"scope", "report"}, {"good-for", "3650"}});
    EXPECT_EQ(no_end.status, Status::unprocessable);
    EXPECT_THAT(text_in(no_end), HasSubstr("value=\"Register\""));
    const auto long_name = make({{"system", std::string(61, 'a')}, {"scope", "report"}, {"good-for", "30"}});
    EXPECT_THAT(text_in(long_name), HasSubstr("Give the system a name of at most 60 letters."));
}

TEST_F(TokensPage, IsForAdministratorsOfTheOrganisationAlone)
{
    ASSERT_FALSE(token_on(text_in(make(register_fields()))).empty());
    auto& at = site.partnership();
    const auto id = app::tokens_of(at.safelead(), at.actor(test::office_of_first_school)).value().front().id;
    for (const auto* who : {"lead@fennimore.example", "head@fennimore.example", "teacher@fennimore.example",
                            "lead@littlewendle.example", "coordinator@partnership.example"}) {
        EXPECT_FALSE(app::tokens_of(at.safelead(), at.actor(who))) << who;
        EXPECT_FALSE(
            wait_for(app::make_token(at.safelead(), at.actor(who), at.command(),
                                     {"Register", {directory::Scope::report}, std::chrono::days{30}})))
            << who;
        EXPECT_FALSE(wait_for(app::revoke_token(at.safelead(), at.actor(who), at.command(), id))) << who;
    }
    Browser lead{site};
    lead.sign_in("lead");
    EXPECT_EQ(lead.get("/settings/tokens").status, Status::forbidden);
    EXPECT_THAT(text_in(lead.get("/settings/sign-in")), Not(HasSubstr("/settings/tokens")));
}

}  // namespace
}  // namespace safelead::web
