// Every call, as a system with every set of scopes, of either school, to reports that it stands in every
// relation to; and every call with everybody's session, every page with a token. What is expected is what
// access::permit says (access/system.h). A call that is not in the list below fails, and so does a line that
// is no call.

#include "access/system.h"
#include "app/report_concern.h"
#include "calling_system.h"
#include "support/source_dir.h"
#include "walking_people.h"
#include "web/html/assets.h"

#include <algorithm>
#include <set>

namespace safelead::web {
namespace {

using access::SystemAction;
using directory::Scope;
using directory::Scopes;

struct CallNeed {
    std::string_view call;
    SystemAction action;
    bool names_report;
};

constexpr CallNeed needs[] = {
    {"POST /api/v1/concerns", SystemAction::send_report, false},
    {"GET /api/v1/concerns/{reference}", SystemAction::see_sent_report, true},
    {"GET /api/v1/people", SystemAction::list_people, false},
};

std::string line_of(const Route& route)
{
    return (route.method == Method::get ? "GET " : "POST ") + std::string{route.pattern};
}

TEST(CallNeeds, AreSaidOfEveryCallAndOfNoOther)
{
    std::set<std::string> said;
    for (const auto& need : needs) said.emplace(need.call);
    for (const auto& address : all_addresses()) {
        const auto line = line_of(address.route);
        if (address.door == Door::token) {
            EXPECT_EQ(said.erase(line), 1U) << line << " is tied to no action: put it into this list";
            EXPECT_EQ(address.route.body_kind, BodyKind::raw) << line;
        }
        const bool is_described = line == "GET /api/v1/openapi.json";
        EXPECT_EQ(address.route.pattern.starts_with("/api/"), address.door == Door::token || is_described)
            << line << " stands in the wrong place";
    }
    for (const auto& line : said) EXPECT_TRUE(false) << line << " is no call any more";
}

/// The document and the table of routes have the same operations.
TEST(CallNeeds, AreDescribedInTheOpenApiDocument)
{
    const auto assets = all_assets();
    const auto found = std::ranges::find(assets, "openapi.json", &Asset::name);
    ASSERT_NE(found, assets.end());
    const auto document = found->file.bytes;
    std::size_t paths = 0;
    for (auto at = document.find("\"/api/v1/"); at != std::string_view::npos;
         at = document.find("\"/api/v1/", at + 1)) {
        const auto end = document.find("\": {", at);
        const auto path = document.substr(at + 1, end - at - 1);
        EXPECT_TRUE(std::ranges::any_of(all_addresses(),
                                        [&](const Address& one) { return one.route.pattern == path; }))
            << path << " is described and is not there";
        ++paths;
    }
    std::set<std::string_view> there;
    for (const auto& address : all_addresses())
        if (address.route.pattern.starts_with("/api/")) there.insert(address.route.pattern);
    EXPECT_EQ(paths, there.size());
}

/// A report, and who sent it: what access is asked about, said here and not by the program.
struct Sent {
    std::string relation;
    std::string reference;
    access::SystemSubject subject;
};

class ApiWalk : public testing::Test {
protected:
    ApiWalk()
    {
        const auto own = people.lead().organisation;
        const auto other = people.at().actor(wendle).organisation;
        const auto behaviour = test::token_for(people.site, {Scope::report}, "Behaviour log");
        reports = {
            {"sent by it",
             send(test::token_for(people.site, {Scope::report}, "Register")),
             {own, "Register"}},
            {"sent by another system", send(behaviour), {own, "Behaviour log"}},
            {"written on a page", std::string{people.at().report().reference.text()}, {own, ""}},
            {"of another school",
             send(token_of_wendle({Scope::report}), "teacher@littlewendle.example"),
             {other, "Register"}},
            {"not there", "R-0000-0000", {own, ""}},
        };
    }

    /// The other school has no administrator, so its head makes the token as the operator's set-up would.
    std::string token_of_wendle(Scopes scopes)
    {
        const auto head = people.at().actor(wendle);
        const auto office = people.at().actor("teacher@littlewendle.example").person;
        if (!app::partnership(people.safelead())
                 ->roles_of(office, head.organisation)
                 .has(directory::Role::administrator)) {
            const auto two = people.two_who_agree(head.organisation);
            const directory::GiveRole give{office, head.organisation, directory::Role::administrator,
                                           directory::by_two(two.at(0), two.at(1))};
            EXPECT_TRUE(wait_for(app::keep_in_directory(
                people.safelead().parts(), "test", people.at().command(), app::Said{"give role"}, give)));
        }
        return test::token_for(people.site, scopes, "Register", std::chrono::days{90},
                               "teacher@littlewendle.example");
    }

    std::string body_of(std::string_view reporter)
    {
        return fmt::format(
            R"({{"reporter":"{}","children":[{{"name":"Robin Ravenhall"}}],"words":"Something was shared.","danger_now":"no"}})",
            reporter);
    }

    std::string send(const std::string& token, std::string_view who = "teacher@fennimore.example")
    {
        const auto answer =
            test::report_with(people.site, token, body_of(people.at().actor(who).person.text()), next_key());
        EXPECT_EQ(answer.status, Status::created) << answer.text();
        return test::member(answer.text(), "reference");
    }

    std::string next_key() { return fmt::format("key-of-the-walk-{:08}", ++keys); }

    static Scopes scopes_of(unsigned bits)
    {
        Scopes scopes;
        for (const auto scope : directory::all_scopes)
            if ((bits >> static_cast<unsigned>(scope) & 1U) != 0) scopes.add(scope);
        return scopes;
    }

    Response ask(const CallNeed& need, const std::vector<Header>& headers, const std::string& reference,
                 std::string_view reporter)
    {
        const auto space = need.call.find(' ');
        std::string address{need.call.substr(space + 1)};
        if (const auto at = address.find('{'); at != std::string::npos)
            address = address.substr(0, at) + reference;
        test::Call call{need.call.starts_with("GET") ? Method::get : Method::post, address, {}, headers};
        if (call.method == Method::post) {
            call.body = body_of(reporter);
            call.headers.push_back({"Content-Type", "application/json"});
            call.headers.push_back({"Idempotency-Key", next_key()});
        }
        return test::call(people.site, call);
    }

    std::size_t entries_of(const OrganisationId& organisation)
    {
        return static_cast<std::size_t>(people.at().entries().head(organisation).position);
    }

    void walk(const access::System& system, const std::string& token, std::string_view reporter)
    {
        for (const auto& need : needs) {
            for (const auto& report : reports) {
                if (!need.names_report && &report != &reports.front()) continue;
                const auto subject =
                    need.names_report ? report.subject : access::SystemSubject{system.organisation};
                const auto allowed = access::permit(system, need.action, subject);
                const auto what = fmt::format("{} of a report {}, as {} with {} scopes", need.call,
                                              report.relation, system.name, system.scopes.list().size());
                const auto before = entries_of(people.lead().organisation);
                const auto answer = ask(need, {test::bearer(token)}, report.reference, reporter);
                ++asked;
                if (allowed && report.relation != "not there") {
                    EXPECT_TRUE(answer.status == Status::ok || answer.status == Status::created)
                        << what << ": " << answer.text();
                    ++done;
                    continue;
                }
                EXPECT_EQ(entries_of(people.lead().organisation), before) << what << " wrote something";
                if (!allowed && allowed.error() == access::WhyNotSystem::not_its_scope) {
                    test::expect_problem(answer, "scope", Status::forbidden);
                } else {
                    test::expect_problem(answer, "not-there", Status::not_found);
                    const auto nothing = ask(need, {test::bearer(token)}, "R-0000-0000", reporter);
                    EXPECT_EQ(answer.text(), nothing.text()) << what << " is told from what is not there";
                }
            }
        }
    }

    test::WalkingPeople people;
    std::vector<Sent> reports;
    int keys = 0;
    int asked = 0;
    int done = 0;
    static constexpr std::string_view wendle = "head@littlewendle.example";
};

TEST_F(ApiWalk, EverySetOfScopesOfEitherSchoolInEveryRelation)
{
    for (unsigned bits = 1; bits < 8; ++bits) {
        const auto scopes = scopes_of(bits);
        const auto own = test::token_for(people.site, scopes, "Register");
        walk({people.lead().organisation, "Register", scopes}, own,
             people.at().actor("teacher@fennimore.example").person.text());
        // Of the other school, under the same system's name.
        walk({people.at().actor(wendle).organisation, "Register", scopes}, token_of_wendle(scopes),
             people.at().actor("teacher@littlewendle.example").person.text());
    }
    EXPECT_EQ(asked, 2 * 7 * 7);
    EXPECT_EQ(done, 2 * 4 * 3) << "each scope is in four of the seven sets, and gives one call";
}

TEST_F(ApiWalk, ReportsOnTheWordOfWhoeverMayReportAndNobodyElse)
{
    const auto token = test::token_for(people.site, {Scope::report}, "Register");
    for (const auto* whose : {"lead@fennimore.example", "lead@littlewendle.example"}) {
        for (const auto& walker : people.one_of_each_role(whose)) {
            const bool may = walker.who.organisation == people.lead().organisation &&
                             access::permit(walker.who, access::Action::report_concern,
                                            access::of_organisation(people.lead().organisation))
                                 .has_value();
            const auto answer = ask(needs[0], {test::bearer(token)}, "", walker.who.person.text());
            EXPECT_EQ(answer.status, may ? Status::created : Status::unprocessable)
                << directory::role_name(walker.role) << " of the school of " << whose;
        }
    }
}

TEST_F(ApiWalk, NobodysSessionOpensACall)
{
    for (auto& walker : people.one_of_each_role("lead@fennimore.example")) {
        people.sign_in(walker);
        std::string cookies;
        for (const auto& [name, value] : walker.browser->cookies())
            cookies += fmt::format("{}{}={}", cookies.empty() ? "" : "; ", name, value);
        for (const auto& need : needs) {
            const auto before = entries_of(people.lead().organisation);
            const auto session = walker.browser->cookies().at(cookie_name(session_cookie, Scheme::http));
            for (const auto& headers :
                 {std::vector<Header>{{"Cookie", cookies}}, std::vector<Header>{test::bearer(session)}})
                test::expect_problem(ask(need, headers, reports.front().reference, walker.who.person.text()),
                                     "token", Status::unauthorised);
            EXPECT_EQ(entries_of(people.lead().organisation), before);
        }
    }
}

TEST_F(ApiWalk, ATokenOpensNoPage)
{
    const auto token = test::token_for(people.site, scopes_of(7), "Register");
    std::size_t pages = 0;
    for (const auto& address : all_addresses()) {
        if (address.door != Door::signed_in || address.route.method != Method::get) continue;
        std::string to{address.route.pattern};
        for (auto at = to.find('{'); at != std::string::npos; at = to.find('{'))
            to.replace(at, to.find('}') - at + 1, reports.front().reference);
        const auto answer = test::get_with(people.site, token, to);
        EXPECT_TRUE(test::location(answer).starts_with("/sign-in?next=")) << to;
        EXPECT_EQ(answer.text().find("Ravenhall"), std::string_view::npos) << to;
        ++pages;
    }
    EXPECT_GT(pages, 50U);
}

}  // namespace
}  // namespace safelead::web
