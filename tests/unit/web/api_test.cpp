// The interface for schools' own systems, from the header of a request to the answer: docs/formats/api.md.

#include "app/cases.h"
#include "app/concerns.h"
#include "app/report_concern.h"
#include "app/systems.h"
#include "calling_system.h"

#include <gmock/gmock.h>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using directory::Scope;
using test::bearer;
using test::expect_problem;
using test::get_with;
using test::header_of;
using test::member;
using test::report_with;
using test::token_for;
using testing::HasSubstr;
using testing::Not;

const std::string key = "key-0000-0000-0001";
const std::string other_key = "key-0000-0000-0002";

class Api : public testing::Test {
protected:
    app::Actor actor(std::string_view who) { return site.partnership().actor(who); }
    app::Safelead& safelead() { return site.partnership().safelead(); }

    std::string body(const std::string& members = "", std::string words = "It was said at break.")
    {
        return fmt::format(
            R"({{"reporter":"{}","children":[{{"name":"Robin Vale","detail":"9 Blue"}}],"words":"{}","danger_now":"no"{}}})",
            actor("teacher@fennimore.example").person.text(), words, members);
    }

    std::string post(const std::string& token, const std::string& sent, const std::string& with_key = key)
    {
        const auto answer = report_with(site, token, sent, with_key);
        EXPECT_EQ(answer.status, Status::created) << answer.text();
        return member(answer.text(), "reference");
    }

    /// The concern as the lead reads it.
    app::ConcernView as_read(const std::string& reference, std::string_view who = "lead@fennimore.example")
    {
        return wait_for(app::read_concern(safelead(), actor(who), record::Reference{reference})).value();
    }

    std::size_t waiting() { return app::inbox(safelead(), actor("lead@fennimore.example")).value().in_all; }

    std::size_t entries()
    {
        return static_cast<std::size_t>(
            site.partnership().entries().head(actor("lead@fennimore.example").organisation).position);
    }

    /// The words of every entry of every log.
    std::string everything_kept()
    {
        std::string kept;
        site.partnership().while_stopped([&kept](ledger::Ledger& ledger) {
            for (const auto& organisation : ledger.organisations()) {
                const auto& log = ledger.organisation(organisation);
                for (auto after = ledger::LogPosition::start;;) {
                    const auto page = log.read(after, 1000).value();
                    for (const auto& entry : page.entries) kept += text_of(entry.plaintext);
                    if (page.reached == after) break;
                    after = page.reached;
                }
            }
        });
        return kept;
    }

    void expect_wrong(const Response& answer, const std::string& field)
    {
        expect_problem(answer, "fields", Status::unprocessable);
        EXPECT_THAT(std::string{answer.text()}, HasSubstr(fmt::format("\"field\":\"{}\"", field)));
    }

    test::PracticeSite site;
    std::string reporting = token_for(site, {Scope::report, Scope::read_status});
};

TEST_F(Api, KeepsAReportOnSomebodysWordAndSaysByWayOfWhat)
{
    const auto answer =
        report_with(site, reporting, body(R"(,"when":{"day":"2026-11-20"},"child_now":"At home")"), key);
    ASSERT_EQ(answer.status, Status::created) << answer.text();
    EXPECT_EQ(answer.content_type, "application/json");
    EXPECT_EQ(answer.caching, Caching::no_store);
    EXPECT_TRUE(answer.cookies.empty());
    const auto reference = member(answer.text(), "reference");
    EXPECT_EQ(header_of(answer, "Location"), "/api/v1/concerns/" + reference);
    EXPECT_EQ(member(answer.text(), "taken_out"), "0");
    EXPECT_EQ(member(answer.text(), "received_at"), to_text(site.clock().now()));

    const auto read = as_read(reference);
    EXPECT_EQ(read.it->reported.by, actor("teacher@fennimore.example").person);
    EXPECT_EQ(read.it->reported.words, "It was said at break.");
    EXPECT_EQ(read.it->reported.child_now, "At home");
    EXPECT_EQ(read.it->reported.when.words, "20 November 2026");
    EXPECT_EQ(read.it->reported.told_lead_in_person, record::Answer::unknown);
    EXPECT_EQ(read.it->by_way_of, "Register");
    EXPECT_EQ(read.names.of(read.it->reported.children.front()), "Robin Vale");

    test::Browser lead{site};
    lead.sign_in("lead");
    EXPECT_THAT(std::string{lead.get("/concerns/" + reference).text()},
                HasSubstr("by way of Register: the school’s system named them. Ask them"));
    test::Browser teacher{site};
    teacher.sign_in("teacher");
    EXPECT_THAT(std::string{teacher.get("/my-reports").text()},
                HasSubstr("Register, in your name. If you know nothing of it"));
}

TEST_F(Api, SaysNothingOfASystemWhereSomebodyWroteItThemselves)
{
    const auto reported = site.partnership().report();
    test::Browser lead{site};
    lead.sign_in("lead");
    EXPECT_THAT(std::string{lead.get(fmt::format("/concerns/{}", reported.reference.text())).text()},
                Not(HasSubstr("by way of")));
}

TEST_F(Api, SendsAReportPastWhoeverIsInvolved)
{
    const auto lead = actor("lead@fennimore.example").person;
    const auto reference = post(
        reporting, body(fmt::format(R"(,"staff_involved":"lead","people_involved":["{}"])", lead.text())));
    EXPECT_FALSE(wait_for(
        app::read_concern(safelead(), actor("lead@fennimore.example"), record::Reference{reference})));
    EXPECT_EQ(as_read(reference, "head@fennimore.example").it->reported.routed_to, record::RoutedTo::head);
}

TEST_F(Api, SaysHowFarAReportIsAndNoMore)
{
    const auto reference = post(reporting, body());
    const auto address = "/api/v1/concerns/" + reference;
    auto answer = get_with(site, reporting, address);
    ASSERT_EQ(answer.status, Status::ok);
    EXPECT_EQ(answer.text(), fmt::format(R"({{"reference":"{}","status":"received","received_at":"{}"}})",
                                         reference, to_text(site.clock().now())));
    const auto received = to_text(site.clock().now());
    site.clock().pass(1h);
    (void)as_read(reference);
    EXPECT_EQ(get_with(site, reporting, address).text(),
              fmt::format(R"({{"reference":"{}","status":"read","received_at":"{}","read_at":"{}"}})",
                          reference, received, to_text(site.clock().now())));
    ASSERT_TRUE(wait_for(app::open_case(safelead(), actor("lead@fennimore.example"),
                                        site.partnership().command(), {record::Reference{reference}})));
    EXPECT_EQ(member(get_with(site, reporting, address).text(), "status"), "being_acted_on");
}

TEST_F(Api, AnswersAlikeForAReportThatIsNotThereAndOneThatItDidNotSend)
{
    const auto page = std::string{site.partnership().report().reference.text()};
    const auto other = token_for(site, {Scope::report}, "Behaviour log");
    const auto others = post(other, body());
    const auto nothing = get_with(site, reporting, "/api/v1/concerns/R-0000-0000");
    expect_problem(nothing, "not-there", Status::not_found);
    for (const auto& reference : {page, others}) {
        const auto answer = get_with(site, reporting, "/api/v1/concerns/" + reference);
        EXPECT_EQ(answer.status, nothing.status);
        EXPECT_EQ(answer.text(), nothing.text());
    }
    const auto renewed = token_for(site, {Scope::read_status}, "Behaviour log");
    EXPECT_EQ(get_with(site, renewed, "/api/v1/concerns/" + others).status, Status::ok)
        << "a new token of the same system";
}

TEST_F(Api, MakesNothingTwiceOfOneKey)
{
    const auto before = waiting();
    const auto first = report_with(site, reporting, body(), key);
    site.clock().pass(5min);
    const auto again = report_with(site, reporting, body(), key);
    EXPECT_EQ(again.status, Status::created);
    EXPECT_EQ(again.text(), first.text());
    EXPECT_EQ(waiting(), before + 1);
    const auto renewed = token_for(site, {Scope::report});
    EXPECT_EQ(report_with(site, renewed, body(), key).text(), first.text())
        << "from the same system's new token";
    EXPECT_EQ(waiting(), before + 1);

    expect_problem(report_with(site, reporting, body("", "It was something else."), key), "key-used",
                   Status::unprocessable);
    auto other_reporter = body();
    const std::string teacher{actor("teacher@fennimore.example").person.text()};
    other_reporter.replace(other_reporter.find(teacher), teacher.size(),
                           std::string{actor("teacher2@fennimore.example").person.text()});
    expect_problem(report_with(site, reporting, other_reporter, key), "key-used", Status::unprocessable);
    EXPECT_EQ(waiting(), before + 1);

    EXPECT_NE(post(reporting, body(), other_key), member(first.text(), "reference"));
    const auto elsewhere = token_for(site, {Scope::report}, "Behaviour log");
    EXPECT_NE(post(elsewhere, body(), key), member(first.text(), "reference"))
        << "another system's key of the same letters is another";
    EXPECT_EQ(waiting(), before + 3);
}

TEST_F(Api, TakesDataOutOfEveryTextAndSaysSo)
{
    const std::string data =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";
    const auto sent = fmt::format(
        R"({{"reporter":"{0}","children":[{{"name":"Robin {1}","detail":"9 Blue {1}"}}],"words":"It was said. {1}",)"
        R"("danger_now":"no","where":"{1}","child_now":"Here {1}","when":{{"words":"Monday {1}"}}}})",
        actor("teacher@fennimore.example").person.text(), data);
    const auto answer = report_with(site, reporting, sent, key);
    ASSERT_EQ(answer.status, Status::created) << answer.text();
    EXPECT_EQ(member(answer.text(), "taken_out"), "6");
    const auto read = as_read(member(answer.text(), "reference"));
    EXPECT_THAT(read.it->reported.words, HasSubstr("It was said. ["));
    const auto kept = everything_kept();
    EXPECT_THAT(kept, HasSubstr("It was said. ["));
    for (const auto* piece : {"iVBORw0KGgo", "AAAAfFcSJAAAADUl"}) EXPECT_THAT(kept, Not(HasSubstr(piece)));
}

TEST_F(Api, SaysWhichFieldsAreWrongAndKeepsNothing)
{
    const auto before = entries();
    expect_wrong(report_with(site, reporting, "{}", key), "reporter");
    expect_wrong(report_with(site, reporting, body(R"(,"colour":"red")"), key), "colour");
    expect_wrong(report_with(site, reporting, body(R"(,"people_involved":["nobody"])"), key),
                 "people_involved[0]");
    expect_wrong(report_with(site, reporting,
                             body(R"(,"when":{"day":"2026-11-20","instant":"2026-11-21T10:00:00Z"})"), key),
                 "when.day");
    for (const auto who : {"lead@littlewendle.example", "socialworker@frontdoor.example"}) {
        auto foreign = body();
        const std::string teacher{actor("teacher@fennimore.example").person.text()};
        foreign.replace(foreign.find(teacher), teacher.size(), std::string{actor(who).person.text()});
        expect_wrong(report_with(site, reporting, foreign, key), "reporter");
    }
    EXPECT_EQ(entries(), before);
}

TEST_F(Api, TakesNothingThatIsNotJsonOfOurs)
{
    const auto before = entries();
    expect_problem(report_with(site, reporting, "words", key), "not-understood", Status::bad_request);
    expect_problem(report_with(site, reporting, R"({"words":"a","words":"b"})", key), "not-understood",
                   Status::bad_request);
    for (const std::string type : {"", "text/plain", "multipart/form-data; boundary=b",
                                   "application/x-www-form-urlencoded", "application/jsonp"}) {
        std::vector<Header> headers{bearer(reporting), {"Idempotency-Key", key}};
        if (!type.empty()) headers.push_back({"Content-Type", type});
        expect_problem(test::call(site, {Method::post, "/api/v1/concerns", body(), headers}), "not-json",
                       Status::unsupported_media);
    }
    EXPECT_EQ(entries(), before);
    const std::vector<Header> with_charset{
        bearer(reporting), {"Idempotency-Key", key}, {"content-type", "Application/JSON; charset=utf-8"}};
    EXPECT_EQ(test::call(site, {Method::post, "/api/v1/concerns", body(), with_charset}).status,
              Status::created);
}

TEST_F(Api, NeedsAKeyForEachReport)
{
    for (const std::string wrong : {"", "short", "sixteen letters!", "key/0000/0000/0001"})
        expect_wrong(report_with(site, reporting, body(), wrong), "Idempotency-Key");
    expect_wrong(report_with(site, reporting, body(), std::string(65, 'k')), "Idempotency-Key");
    const std::vector<Header> two{bearer(reporting),
                                  {"Content-Type", "application/json"},
                                  {"Idempotency-Key", key},
                                  {"Idempotency-Key", other_key}};
    expect_wrong(test::call(site, {Method::post, "/api/v1/concerns", body(), two}), "Idempotency-Key");
}

TEST_F(Api, ListsWhoWorksThereAPageAtATime)
{
    const auto listing = token_for(site, {Scope::read_people});
    const auto whole = get_with(site, listing, "/api/v1/people");
    ASSERT_EQ(whole.status, Status::ok);
    EXPECT_THAT(std::string{whole.text()}, HasSubstr(R"("name":"Priya Marlowe","roles":["staff","dsl"]})"));
    EXPECT_THAT(std::string{whole.text()}, Not(HasSubstr("Ruth Pennefather"))) << "of the other school";
    EXPECT_THAT(std::string{whole.text()}, Not(HasSubstr("@"))) << "no address of anybody";
    EXPECT_EQ(member(whole.text(), "next"), "");

    std::string address = "/api/v1/people?limit=3";
    std::string joined;
    std::size_t pages = 0;
    for (std::string next = "start"; !next.empty(); ++pages) {
        const auto page = get_with(site, listing, address);
        ASSERT_EQ(page.status, Status::ok);
        for (const auto* name : {"Priya", "Tom", "Helen", "Owen", "Grace", "Sanjay", "Bev"})
            if (page.text().find(name) != std::string_view::npos) joined += name;
        next = member(page.text(), "next");
        address = "/api/v1/people?limit=3&after=" + next;
        ASSERT_LT(pages, 5U);
    }
    EXPECT_EQ(pages, 3U) << "seven people";
    EXPECT_EQ(joined.size(), std::string{"PriyaTomHelenOwenGraceSanjayBev"}.size())
        << "each once: " << joined;
    for (const auto* limit : {"0", "201", "-1", "many", "3x", ""})
        expect_wrong(get_with(site, listing, fmt::format("/api/v1/people?limit={}", limit)), "limit");
}

TEST_F(Api, LetsNobodyInWithoutAGoodToken)
{
    const auto expect_shut = [this](const std::vector<Header>& headers) {
        const auto answer = test::call(site, {Method::get, "/api/v1/people", {}, headers});
        expect_problem(answer, "token", Status::unauthorised);
        EXPECT_THAT(header_of(answer, "WWW-Authenticate"), HasSubstr("Bearer"));
    };
    const auto listing = token_for(site, {Scope::read_people});
    EXPECT_EQ(get_with(site, listing, "/api/v1/people").status, Status::ok);
    expect_shut({});
    expect_shut({bearer("")});
    expect_shut({bearer(listing.substr(0, listing.size() - 1))});
    expect_shut({bearer(listing + "a")});
    expect_shut({bearer(std::string{"safelead_"} + std::string(52, 'a'))});
    expect_shut({{"Authorization", listing}});
    expect_shut({{"Authorization", "Basic " + listing}});
    expect_shut({bearer(listing), bearer(listing)});
    expect_shut({{"X-Authorization", "Bearer " + listing}});
    EXPECT_EQ(test::call(site, {Method::get, "/api/v1/people?access_token=" + listing, {}, {}}).status,
              Status::unauthorised)
        << "in an address it opens nothing";
}

TEST_F(Api, EndsATokenWhenItIsOverOrRevoked)
{
    const auto listing = token_for(site, {Scope::read_people}, "Register", std::chrono::days{30});
    site.clock().pass(std::chrono::days{30} - 1ms);
    EXPECT_EQ(get_with(site, listing, "/api/v1/people").status, Status::ok);
    site.clock().pass(1ms);
    expect_problem(get_with(site, listing, "/api/v1/people"), "token", Status::unauthorised);

    const auto office = actor(test::office_of_first_school);
    const auto another = token_for(site, {Scope::read_people}, "Another");
    const auto shown = app::tokens_of(safelead(), office).value();
    ASSERT_EQ(shown.front().system, "Another");
    EXPECT_EQ(get_with(site, another, "/api/v1/people").status, Status::ok);
    ASSERT_TRUE(
        wait_for(app::revoke_token(safelead(), office, site.partnership().command(), shown.front().id)));
    expect_problem(get_with(site, another, "/api/v1/people"), "token", Status::unauthorised);
    expect_problem(report_with(site, another, body(), key), "token", Status::unauthorised);
}

TEST_F(Api, OutlivesARestartAndIsNowhereInTheRecord)
{
    const auto listing = token_for(site, {Scope::read_people});
    const auto kept = everything_kept();
    EXPECT_THAT(kept, HasSubstr("token-made"));
    EXPECT_THAT(kept, Not(HasSubstr(listing)));
    EXPECT_THAT(kept, Not(HasSubstr(listing.substr(listing.size() - 20))));
    const auto system = app::system_of(safelead(), listing, "192.0.2.7");
    ASSERT_TRUE(system);
    EXPECT_EQ(system->who.organisation, actor("lead@fennimore.example").organisation);
}

TEST_F(Api, SaysWhichScopeIsMissing)
{
    const auto nothing_else = token_for(site, {Scope::read_people});
    const auto reference = post(reporting, body());
    const auto status = get_with(site, nothing_else, "/api/v1/concerns/" + reference);
    expect_problem(status, "scope", Status::forbidden);
    EXPECT_THAT(header_of(status, "WWW-Authenticate"), HasSubstr("scope=\"reports:status\""));
    EXPECT_EQ(get_with(site, nothing_else, "/api/v1/concerns/R-0000-0000").text(), status.text())
        << "without the scope nothing is told of what is there";
    expect_problem(report_with(site, nothing_else, body(), other_key), "scope", Status::forbidden);
    expect_problem(get_with(site, reporting, "/api/v1/people"), "scope", Status::forbidden);
}

TEST_F(Api, LimitsWrongTokensByAddressAndKeepsNobodyElseOut)
{
    const auto most = safelead().options().address_tries;
    for (unsigned i = 0; i < most; ++i)
        ASSERT_EQ(get_with(site, "safelead_wrong", "/api/v1/people").status, Status::unauthorised) << i;
    const auto answer = get_with(site, "safelead_wrong", "/api/v1/people");
    expect_problem(answer, "too-many", Status::too_many_requests);
    EXPECT_EQ(header_of(answer, "Retry-After"), "900");
    EXPECT_EQ(report_with(site, reporting, body(), key).status, Status::created) << "a good token goes on";
    test::Browser teacher{site};
    EXPECT_EQ(teacher.sign_in("teacher").status, Status::see_other) << "and so do people";
    site.clock().pass(safelead().options().tries_window);
    EXPECT_EQ(get_with(site, "safelead_wrong", "/api/v1/people").status, Status::unauthorised);
}

TEST_F(Api, LimitsTheCallsOfOneTokenInAMinuteAndNoOthers)
{
    const auto people = token_for(site, {Scope::read_people});
    for (unsigned i = 0; i < safelead().options().calls_a_minute; ++i)
        ASSERT_EQ(get_with(site, people, "/api/v1/people").status, Status::ok) << i;
    const auto answer = get_with(site, people, "/api/v1/people");
    expect_problem(answer, "too-fast", Status::too_many_requests);
    EXPECT_EQ(header_of(answer, "Retry-After"), "60");
    EXPECT_EQ(report_with(site, reporting, body(), key).status, Status::created);
    site.clock().pass(std::chrono::minutes{1});
    EXPECT_EQ(get_with(site, people, "/api/v1/people").status, Status::ok);
}

TEST_F(Api, AnswersWhatItHasNotAsAProblem)
{
    expect_problem(get_with(site, reporting, "/api/v1/cases"), "not-there", Status::not_found);
    expect_problem(get_with(site, reporting, "/api/v2/concerns"), "not-there", Status::not_found);
    expect_problem(test::call(site, {Method::get, "/api/v1/concerns", {}, {bearer(reporting)}}), "method",
                   Status::method_not_allowed);
    expect_problem(test::call(site, {Method::erase, "/api/v1/people", {}, {bearer(reporting)}}), "method",
                   Status::method_not_allowed);
    EXPECT_EQ(get_with(site, reporting, "/apiary").content_type, "text/html; charset=utf-8")
        << "a page for people";
    Request asked;
    asked.path = "/api/v1/concerns";
    auto& answerer = site.answerer();
    for (const auto& [fault, type] : {std::pair{Fault::too_large, "too-large"},
                                      {Fault::not_a_form, "not-json"},
                                      {Fault::carries_file, "not-json"},
                                      {Fault::timed_out, "not-understood"},
                                      {Fault::internal, "ours"},
                                      {Fault::unavailable, "ours"}})
        expect_problem(answerer.fault_page(fault, "I-1", &asked), type, status_of(fault));
    EXPECT_THAT(std::string{answerer.fault_page(Fault::internal, "I-1", &asked).text()}, HasSubstr("I-1"));
    EXPECT_EQ(answerer.fault_page(Fault::internal, "", nullptr).content_type, "text/html; charset=utf-8");
}

TEST_F(Api, DescribesItselfToAnybody)
{
    const auto answer = test::call(site, {Method::get, "/api/v1/openapi.json", {}, {}});
    EXPECT_EQ(answer.status, Status::ok);
    EXPECT_EQ(answer.content_type, "application/json");
    EXPECT_THAT(std::string{answer.text()}, HasSubstr("\"openapi\": \"3.1.0\""));
}

}  // namespace
}  // namespace safelead::web
