#include "app/systems.h"

#include "app/cases.h"
#include "app/tokens.h"
#include "support/practice_partnership.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using directory::Scope;
using directory::Scopes;
using test::PracticePartnership;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view office = "office@fennimore.example";
constexpr std::string_view teacher = "teacher@fennimore.example";
constexpr std::string_view address = "192.0.2.7";

class Systems : public testing::Test {
protected:
    std::string token(Scopes scopes, std::string system = "Register")
    {
        return wait_for(make_token(at.safelead(), at.actor(office), at.command(),
                                   {std::move(system), scopes, std::chrono::days{30}}))
            .value();
    }

    CallingSystem system(Scopes scopes, std::string name = "Register")
    {
        return system_of(at.safelead(), token(scopes, std::move(name)), address).value();
    }

    std::string body(std::string_view who = teacher, std::string_view words = "It was said at break.")
    {
        return fmt::format(
            R"({{"reporter":"{}","children":[{{"name":"Robin Vale"}}],"words":"{}","danger_now":"no"}})",
            at.actor(who).person.text(), words);
    }

    Answered<ReportSent> send(const CallingSystem& by, const std::string& sent,
                              const std::string& key = "a-key")
    {
        return wait_for(send_report(at.safelead(), by, CommandId{key}, sent));
    }

    static std::vector<std::string> wrong_fields(const Answered<ReportSent>& answer)
    {
        std::vector<std::string> names;
        for (const auto& field : std::get<WrongBody>(answer.error()).fields) names.push_back(field.name);
        return names;
    }

    ConcernView as_read(const std::string& reference)
    {
        return wait_for(read_concern(at.safelead(), at.actor("lead@fennimore.example"),
                                     record::Reference{reference}))
            .value();
    }

    std::size_t waiting() { return inbox(at.safelead(), at.actor("lead@fennimore.example")).value().in_all; }

    static bool is_not_there(const NotAnswered& why)
    {
        const auto* not_done = std::get_if<NotDone>(&why);
        return not_done != nullptr && std::holds_alternative<NotThere>(*not_done);
    }

    PracticePartnership at;
};

TEST_F(Systems, ReportOnSomebodysWordByWayOfTheirName)
{
    const auto sent = send(system({Scope::report}), body());
    ASSERT_TRUE(sent);
    const auto read = as_read(sent->reference);
    EXPECT_EQ(read.it->reported.by, at.actor(teacher).person);
    EXPECT_EQ(read.it->by_way_of, "Register");
    EXPECT_EQ(read.it->reported.words, "It was said at break.");
    EXPECT_EQ(
        my_report(at.safelead(), at.actor(teacher), record::Reference{sent->reference}).value().by_way_of,
        "Register")
        << "whoever is named sees it";
    at.restart();
    EXPECT_EQ(as_read(sent->reference).it->by_way_of, "Register") << "read again from the record";
}

TEST_F(Systems, MakeOneReportOfOneKeyHoweverOftenItIsSent)
{
    const auto before = waiting();
    const auto by = system({Scope::report});
    const auto first = send(by, body());
    ASSERT_TRUE(first);
    at.clock().pass(5min);
    const auto again = send(system({Scope::report}), body());
    ASSERT_TRUE(again) << "also with a new token of the same system";
    EXPECT_EQ(again->json, first->json);
    const auto other = send(by, body(teacher, "It was something else."));
    ASSERT_FALSE(other);
    EXPECT_TRUE(std::holds_alternative<OtherContent>(std::get<NotDone>(other.error())));
    const auto of_another = send(by, body("teacher2@fennimore.example"));
    ASSERT_FALSE(of_another) << "another reporter is another report";
    EXPECT_EQ(waiting(), before + 1);
    EXPECT_NE(send(system({Scope::report}, "Behaviour log"), body())->reference, first->reference);
}

TEST_F(Systems, GetTheFirstAnswerThoughWhoeverIsNamedHasLeftSince)
{
    const auto by = system({Scope::report});
    const auto reporter = at.actor(teacher);
    const auto involved = at.actor("teacher2@fennimore.example");
    const auto otherwise = body(teacher, "It was something else.");
    auto sent = body();
    sent.insert(sent.size() - 1, fmt::format(R"(,"people_involved":["{}"])", involved.person.text()));
    const auto first = send(by, sent);
    ASSERT_TRUE(first);
    const auto waited = waiting();
    for (const auto& one : {reporter, involved})
        for (const auto role : one.roles.list())
            ASSERT_TRUE(wait_for(take_role(at.safelead(), at.command(), one.person, one.organisation, role)));
    const auto again = send(by, sent);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->json, first->json);
    EXPECT_EQ(waiting(), waited);
    EXPECT_THAT(wrong_fields(send(by, sent, "another-key")),
                testing::ElementsAre("reporter", "people_involved[0]"))
        << "a new report is refused as ever";
    const auto other = send(by, otherwise);
    ASSERT_FALSE(other);
    EXPECT_TRUE(std::holds_alternative<OtherContent>(std::get<NotDone>(other.error())));
}

TEST_F(Systems, NameSomebodyWhoMayReportAndPeopleWhoWorkThere)
{
    const auto before = waiting();
    const auto by = system({Scope::report});
    for (const auto* who : {"lead@littlewendle.example", "socialworker@frontdoor.example"})
        EXPECT_THAT(wrong_fields(send(by, body(who))), testing::ElementsAre("reporter"));
    auto named = body();
    named.insert(
        named.size() - 1,
        R"(,"people_involved":["nobody"],"when":{"day":"2026-11-20","instant":"2026-11-21T10:00:00Z"})");
    EXPECT_THAT(wrong_fields(send(by, named)),
                testing::UnorderedElementsAre("people_involved[0]", "when.day"));
    EXPECT_EQ(waiting(), before);
}

TEST_F(Systems, SendNoReportWhereNobodyWouldReadIt)
{
    const std::string officer = "officer@police.example";
    const CallingSystem there{{at.actor(officer).organisation, "Register", Scopes{Scope::report}},
                              directory::TokenId{"t"}};
    const auto before = at.entries().head(there.who.organisation).position;
    const auto refused = send(there, body(officer));
    EXPECT_THAT(wrong_fields(refused), testing::ElementsAre("reporter"));
    EXPECT_THAT(std::get<WrongBody>(refused.error()).fields.front().words,
                HasSubstr("only at schools and colleges"));
    EXPECT_EQ(at.entries().head(there.who.organisation).position, before);
}

TEST_F(Systems, PassTheGateLikeEverybody)
{
    const auto sent =
        send(system({Scope::report}),
             body(teacher,
                  "It was said. "
                  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"));
    ASSERT_TRUE(sent);
    EXPECT_THAT(sent->json, HasSubstr("\"taken_out\":1"));
    EXPECT_THAT(as_read(sent->reference).it->reported.words, Not(HasSubstr("iVBORw0KGgo")));
}

TEST_F(Systems, LearnHowFarTheirOwnReportsAreAndOfNoOther)
{
    const auto by = system({Scope::report, Scope::read_status});
    const auto reference = send(by, body())->reference;
    const auto standing = [&](const CallingSystem& whose, std::string which) {
        return sent_report(at.safelead(), whose, record::Reference{std::move(which)});
    };
    EXPECT_THAT(standing(by, reference).value(), HasSubstr("\"status\":\"received\""));
    (void)as_read(reference);
    EXPECT_THAT(standing(by, reference).value(), HasSubstr("\"status\":\"read\""));
    ASSERT_TRUE(wait_for(open_case(at.safelead(), at.actor("lead@fennimore.example"), at.command(),
                                   {record::Reference{reference}})));
    EXPECT_THAT(standing(by, reference).value(), HasSubstr("\"status\":\"being_acted_on\""));

    EXPECT_TRUE(is_not_there(standing(by, "R-0000-0000").error()));
    EXPECT_TRUE(is_not_there(standing(by, std::string{at.report().reference.text()}).error()));
    EXPECT_TRUE(is_not_there(standing(system({Scope::read_status}, "Behaviour log"), reference).error()));
    auto elsewhere = by;
    elsewhere.who.organisation = at.actor("lead@littlewendle.example").organisation;
    EXPECT_TRUE(is_not_there(standing(elsewhere, reference).error()));
}

TEST_F(Systems, DoNothingWithoutTheScope)
{
    const auto by = system({Scope::read_people});
    EXPECT_EQ(std::get<ScopeMissing>(send(by, body()).error()).scope, Scope::report);
    EXPECT_EQ(std::get<ScopeMissing>(sent_report(at.safelead(), by, record::Reference{"R-0000-0000"}).error())
                  .scope,
              Scope::read_status);
    EXPECT_EQ(
        std::get<ScopeMissing>(people_listed(at.safelead(), system({Scope::report}), "", 10).error()).scope,
        Scope::read_people);
    const auto listed = people_listed(at.safelead(), by, "", 200).value();
    EXPECT_THAT(listed, HasSubstr("Priya Marlowe"));
    EXPECT_THAT(listed, Not(HasSubstr("Ruth Pennefather")));
    EXPECT_THAT(people_listed(at.safelead(), by, "", 3).value(), HasSubstr("\"next\":"));
}

TEST_F(Systems, AreLetInByAGoodTokenAlone)
{
    const auto good = token({Scope::report});
    EXPECT_TRUE(system_of(at.safelead(), good, address));
    EXPECT_EQ(tokens_of(at.safelead(), at.actor(office)).value().front().last_used, at.clock().now());
    for (const auto& wrong : {std::string{}, good.substr(1), good + "a", "safelead_" + std::string(52, 'a')})
        EXPECT_EQ(system_of(at.safelead(), wrong, address).error(), TokenRefusal::wrong);
    at.restart();
    EXPECT_TRUE(system_of(at.safelead(), good, address));
    at.clock().pass(std::chrono::days{30});
    EXPECT_EQ(system_of(at.safelead(), good, address).error(), TokenRefusal::wrong) << "it is over";

    const auto revoked = token({Scope::report});
    const auto id = tokens_of(at.safelead(), at.actor(office)).value().front().id;
    ASSERT_TRUE(wait_for(revoke_token(at.safelead(), at.actor(office), at.command(), id)));
    EXPECT_EQ(system_of(at.safelead(), revoked, address).error(), TokenRefusal::wrong);
}

TEST_F(Systems, WithWrongTokensWaitAndKeepNoGoodOneOut)
{
    const auto good = token({Scope::report});
    for (unsigned i = 0; i < at.safelead().options().address_tries; ++i)
        ASSERT_EQ(system_of(at.safelead(), "wrong", address).error(), TokenRefusal::wrong);
    EXPECT_EQ(system_of(at.safelead(), "wrong", address).error(), TokenRefusal::wait);
    EXPECT_EQ(system_of(at.safelead(), "wrong", "192.0.2.8").error(), TokenRefusal::wrong);
    EXPECT_TRUE(system_of(at.safelead(), good, address));
    at.clock().pass(at.safelead().options().tries_window);
    EXPECT_EQ(system_of(at.safelead(), "wrong", address).error(), TokenRefusal::wrong);
}

}  // namespace
}  // namespace safelead::app
