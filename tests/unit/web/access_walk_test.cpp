// Every address, as somebody of every role, to matters that they stand in every relation to. What is expected
// is what access::permit says of the action that the address needs (route_needs.h); whoever may not know of a
// matter is answered exactly as for one that is not there, and nothing of it stands in any answer they get.

#include "app/cases.h"
#include "app/training.h"
#include "erased_child.h"
#include "walking_people.h"
#include "web/routes.h"
#include "what_differs.h"

#include <algorithm>
#include <set>

namespace safelead::web {
namespace {

using access::Action;
using test::At;
using test::Browser;
using test::Matter;
using test::RouteNeed;
using test::Walker;
using test::with;
using test::without_what_differs;

/// What is named where there is nothing: a word that stands in no page.
const std::string nowhere = "n0-such";

constexpr std::string_view front_door = "socialworker@frontdoor.example";

std::string line_of(const Route& route)
{
    return (route.method == Method::get ? "GET " : "POST ") + std::string{route.pattern};
}

TEST(RouteNeeds, AreSaidOfEveryAddressAndOfNoOther)
{
    std::set<std::string> said;
    for (const auto& need : test::route_needs())
        for (const auto route : need.routes)
            EXPECT_TRUE(said.emplace(route).second) << route << " is said twice";
    for (const auto& address : all_addresses()) {
        const auto line = line_of(address.route);
        if (address.door == Door::token) continue;  // No person goes in there: api_walk_test.
        if (address.door == Door::open)
            EXPECT_FALSE(said.contains(line)) << line << " is open to anybody: it belongs in route_test";
        else
            EXPECT_EQ(said.erase(line), 1U) << line << " is tied to no action: put it into route_needs.h";
    }
    for (const auto& line : said) EXPECT_TRUE(false) << line << " is no address any more";
}

class AccessWalk : public testing::Test {
protected:
    AccessWalk()
    {
        plain = people.make_matter("Quillon", record::StaffInvolved::nobody, {}, "lead@fennimore.example");
        people.add_conversation(plain, record::StaffInvolved::nobody, "lead@fennimore.example");
        people.refer(plain, front_door);
        people.give_record(plain, "lead@fennimore.example");
        session =
            app::training_held(people.safelead(), people.lead()).value().front().it->planned.reference.text();
        learn_forms();
    }

    /// The forms of the pages, as those whose work it is see them: a refusal is tried with all of it filled
    /// in.
    void learn_forms()
    {
        for (const auto* who :
             {"lead@fennimore.example", "head@fennimore.example", "office@fennimore.example",
              "socialworker@frontdoor.example", "teacher@fennimore.example"}) {
            Walker walker{directory::Role::staff, people.at().actor(who).who(), who};
            people.sign_in(walker);
            for (const auto& need : test::route_needs())
                for (const auto route : need.routes) {
                    if (!route.starts_with("GET ")) continue;
                    const auto address = address_of(route, need.at, plain);
                    for (auto& form : test::forms_on(walker.browser->get(address).text()))
                        forms.try_emplace(form.action, std::move(form));
                }
        }
        ASSERT_GT(forms.size(), 60U) << "the walk met no forms: refusals would be tried with nothing in them";
    }

    [[nodiscard]] std::string thing_of(At at, const Matter& matter) const
    {
        if (at == At::colleague) return colleague;
        if (at == At::concern || at == At::report) return matter.concern;
        if (at == At::child) return matter.child;
        return at == At::conversation ? matter.conversation : matter.a_case;
    }

    [[nodiscard]] std::string address_of(std::string_view route, At at, const Matter& matter) const
    {
        const auto thing = thing_of(at, matter);
        const std::map<std::string, std::string> stands_for{
            {"{ref}", thing},
            {"{child}", matter.child},
            {"{person}", at == At::colleague ? colleague : "A"},
            {"{given}", "1"},
            {"{referral}", matter.referral.empty() ? nowhere : matter.referral},
            {"{session}", session},
            {"{erasure}", erasure},
            {"{campaign}", "think-before-you-send"}};
        std::string address{route.substr(route.find('/'))};
        for (const auto& [brace, value] : stands_for)
            if (const auto found = address.find(brace); found != std::string::npos)
                address.replace(found, brace.size(), value);
        return address;
    }

    /// The same for something that there is not.
    [[nodiscard]] std::string address_of_nothing(std::string_view route, At at) const
    {
        Matter nothing{"", access::of_organisation(OrganisationId{""})};
        nothing.concern = nothing.a_case = nothing.child = nothing.conversation = nowhere;
        const auto address = address_of(route, at, nothing);
        return with(with(with(address, session, nowhere), colleague, nowhere), erasure, nowhere);
    }

    /// What access is asked about the address.
    [[nodiscard]] access::Subject subject_at(At at, const Matter& matter, const Walker& walker) const
    {
        switch (at) {
            case At::themselves:
            case At::organisation:
                return access::of_organisation(walker.who.organisation);
            case At::colleague:
            case At::training:
            case At::certificate:
                return access::of_organisation(matter.subject.organisation);
            case At::received:
                return matter.received.value_or(access::of_organisation(people_of_front_door));
            case At::conversation: {
                auto subject = matter.subject;  // Nobody is named in one.
                subject.involved.clear();
                return subject;
            }
            default:
                return matter.subject;
        }
    }

    /// With the form filled in as it is drawn for `plain`, if `filled`; its fields name the `thing` asked
    /// about.
    Response ask(Walker& walker, const RouteNeed& need, std::string_view route, const std::string& address,
                 const std::string& thing, bool filled)
    {
        if (route.starts_with("GET ")) return walker.browser->get(address);
        std::vector<Field> fields;
        if (const auto known = forms.find(address_of(route, need.at, plain));
            filled && known != forms.end()) {
            fields = test::filled_in(known->second, "It was said at break.", 0, {});
            std::erase_if(fields,
                          [](const Field& field) { return field.name == "csrf" || field.name == "command"; });
            for (auto& field : fields) field.name = with(field.name, thing_of(need.at, plain), thing);
        }
        fields.push_back({"csrf", walker.csrf});
        fields.push_back({"command", app::Safelead::random_text().substr(0, 32)});
        if (takes_a_file(route)) return send_raw(walker, address);
        return walker.browser->post(address, std::move(fields));
    }

    static bool takes_a_file(std::string_view route)
    {
        return route.ends_with("/documents") || route.ends_with("/document") ||
               route.ends_with("/import/staff") || route.ends_with("/import/children");
    }

    /// A document, which comes in a body of its own kind.
    Response send_raw(Walker& walker, const std::string& address)
    {
        Request request;
        request.method = Method::post;
        request.path = address;
        request.segments = test::segments_of(address);
        request.headers.push_back({"Content-Type", "multipart/form-data; boundary=b"});
        for (const auto& [name, value] : walker.browser->cookies()) request.cookies.push_back({name, value});
        request.body = fmt::format(
            "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n--b\r\nContent-Disposition: "
            "form-data; name=\"document\"; filename=\"a.txt\"\r\n\r\nThey met on Monday.\r\n--b--\r\n",
            walker.csrf);
        request.remote = "192.0.2.1";
        auto& answerer = people.site.answerer();
        const auto admitted = answerer.admit(request);
        if (const auto* not_read = std::get_if<Refused>(&admitted))
            return answerer.fault_page(not_read->fault, "", &request);
        return wait_for(answerer.answer(request));
    }

    /// Nothing of a matter stands in what somebody is answered who may not read it.
    void expect_no_word_of(const Matter& matter, const Response& answer, const std::string& what)
    {
        const auto page = std::string{answer.text()} + test::location(answer);
        EXPECT_EQ(page.find(matter.name), std::string::npos) << what << " tells of " << matter.name;
        for (const auto& secret :
             {matter.concern, matter.a_case, matter.child, matter.conversation, matter.referral}) {
            if (secret.empty() || what.find(secret) != std::string::npos) continue;
            EXPECT_EQ(page.find(secret), std::string::npos)
                << what << " tells of " << matter.name << ": " << secret;
        }
    }

    /// How far the record of everybody has come, the directory's too.
    [[nodiscard]] std::vector<ledger::LogPosition> heads()
    {
        std::vector<ledger::LogPosition> heads;
        for (const auto& organisation : people.at().entries().organisations())
            heads.push_back(people.at().entries().head(organisation).position);
        return heads;
    }

    [[nodiscard]] static bool knows_of(const Walker& walker, const Matter& matter)
    {
        auto nobody_named = matter.subject;
        nobody_named.involved.clear();
        return access::permit(walker.who, Action::read_case, matter.subject).has_value() ||
               (!matter.conversation.empty() &&
                access::permit(walker.who, Action::read_conversation, nobody_named).has_value()) ||
               matter.subject.reporter == walker.who.person || knows_of_referral(walker, matter);
    }

    /// At the school it is told by the case; elsewhere only whoever reads the referral knows of it.
    [[nodiscard]] static bool knows_of_referral(const Walker& walker, const Matter& matter)
    {
        if (matter.referral.empty()) return false;
        if (!matter.received || walker.who.organisation == matter.subject.organisation) return true;
        return access::permit(walker.who, Action::read_referral, *matter.received).has_value();
    }

    void walk_to(Walker& walker, const RouteNeed& need, std::string_view route, const Matter& matter)
    {
        const auto address = address_of(route, need.at, matter);
        const auto what = fmt::format("{} as {} to {} ({})", route, directory::role_name(walker.role),
                                      matter.name, address);
        const auto subject = subject_at(need.at, matter, walker);
        auto sees = access::permit(walker.who, need.sees, subject);
        if (!sees && need.or_sees) sees = access::permit(walker.who, *need.or_sees, subject);
        const bool does = access::permit(walker.who, need.does, subject).has_value() ||
                          (need.or_sees && access::permit(walker.who, *need.or_sees, subject));
        if (need.at == At::themselves) sees = Done{};
        const auto before = heads();
        const auto answer = ask(walker, need, route, address, thing_of(need.at, matter), !sees || !does);
        ++asked;
        if (!knows_of(walker, matter)) expect_no_word_of(matter, answer, what);
        if (!sees) {
            ++refused;
            EXPECT_EQ(heads(), before) << what << " wrote something";
            if (access::shown_for(need.sees, sees.error()) == access::Shown::not_allowed) {
                // A form that can't be understood is refused for that, whoever sent it.
                EXPECT_TRUE(answer.status == Status::forbidden || answer.status == Status::unprocessable)
                    << what;
            } else {
                const auto nothing = address_of_nothing(route, need.at);
                const auto other = ask(walker, need, route, nothing, nowhere, true);
                EXPECT_EQ(answer.status, other.status) << what << " is told from what is not there";
                EXPECT_TRUE(without_what_differs(std::string{answer.text()}, thing_of(need.at, matter)) ==
                            without_what_differs(std::string{other.text()}, nowhere))
                    << what << " is told from what is not there";
                EXPECT_NE(answer.status, Status::ok) << what;
            }
        } else if (!does) {
            EXPECT_NE(answer.status, Status::see_other) << what << " was done";
        } else if (is_there(address, matter)) {
            ++allowed;
            EXPECT_NE(answer.status, Status::not_found) << what;
            EXPECT_NE(answer.status, Status::forbidden) << what;
        }
    }

    /// Wherever they go: they are nobody here any more.
    void expect_asked_to_sign_in(Walker& walker)
    {
        for (const auto& need : test::route_needs())
            for (const auto route : need.routes) {
                if (!is_sent(need, route)) continue;
                const auto address = address_of(route, need.at, plain);
                const auto what = fmt::format("{} as a former {}", route, directory::role_name(walker.role));
                const auto answer = ask(walker, need, route, address, "", false);
                expect_no_word_of(plain, answer, what + address);
                if (route.starts_with("GET "))
                    EXPECT_TRUE(test::location(answer).starts_with("/sign-in")) << what;
                else
                    EXPECT_TRUE(answer.status == Status::forbidden ||
                                answer.text().find("action=\"/sign-in\"") != std::string_view::npos)
                        << what;
            }
    }

    /// Not all that an address could name was made.
    [[nodiscard]] static bool is_there(const std::string& address, const Matter& matter)
    {
        return address.find("/n0-such") == std::string::npos &&
               (matter.is_given || address.find("/record/1") == std::string::npos) &&
               !address.starts_with("/settings/sign-ins/");
    }

    /// What would end the walk: sending these is tested in own_sign_in_test.
    [[nodiscard]] static bool is_sent(const RouteNeed& need, std::string_view route)
    {
        return need.at != At::themselves || route.starts_with("GET ");
    }

    void walk(std::vector<Walker>& walkers, const Matter& matter, bool matters_alone)
    {
        for (auto& walker : walkers) {
            if (walker.csrf.empty()) people.sign_in(walker);
            for (const auto& need : test::route_needs()) {
                const bool is_of_school =
                    need.at == At::training || need.at == At::colleague || need.at == At::certificate;
                const bool is_of_matter = need.at != At::organisation && need.at != At::themselves &&
                                          (!is_of_school || &matter == &plain);
                if (matters_alone && !is_of_matter) continue;
                if (need.at == At::conversation && matter.conversation.empty()) continue;
                if (need.at == At::received && matter.referral.empty()) continue;
                for (const auto route : need.routes)
                    if (is_sent(need, route)) walk_to(walker, need, route, matter);
            }
        }
    }

    test::WalkingPeople people;
    std::string colleague{people.a_colleague("office@fennimore.example").text()};
    OrganisationId people_of_front_door = people.at().actor(front_door).organisation;
    Matter plain{"", access::of_organisation(OrganisationId{""})};
    std::string session;
    std::string erasure = nowhere;
    std::map<std::string, test::FormOnPage> forms;
    int asked = 0;
    int refused = 0;
    int allowed = 0;
};

TEST_F(AccessWalk, OwnSchool)
{
    erasure = test::ErasingChild{people}.erase("deputy@fennimore.example").erasure;
    auto walkers = people.one_of_each_role("lead@fennimore.example");
    walk(walkers, plain, false);
    EXPECT_GT(allowed, 500);
    EXPECT_GT(refused, 1500);
}

TEST_F(AccessWalk, OtherSchool)
{
    erasure = test::ErasingChild{people}.erase("deputy@fennimore.example").erasure;
    auto walkers = people.one_of_each_role("lead@littlewendle.example");
    plain.referral.clear();
    walk(walkers, plain, true);
    EXPECT_EQ(allowed, 0);
    EXPECT_GT(refused, 1500);
}

/// Everybody who checks the record sees that a child was erased; what went, only who could read it.
TEST_F(AccessWalk, CertificateOfWhatSomebodyWasKeptOutOf)
{
    const auto erased = test::ErasingChild{people}.erase("deputy@fennimore.example");
    const auto names_it = [&](const std::string& email) {
        Walker walker{directory::Role::staff, people.at().actor(email).who(), email};
        people.sign_in(walker);
        bool is_named = false;
        for (const auto* part : {"", "/text", "/notice"}) {
            const auto address = fmt::format("/erasures/{}{}", erased.erasure, part);
            const auto answer = walker.browser->get(address);
            EXPECT_EQ(answer.status, Status::ok) << email << ": " << address;
            is_named = is_named || answer.text().find(erased.a_case) != std::string_view::npos;
        }
        return is_named;
    };
    EXPECT_TRUE(names_it("lead@fennimore.example")) << "the test would not see a difference";
    EXPECT_FALSE(names_it("deputy@fennimore.example"));
    EXPECT_FALSE(names_it("office@fennimore.example"));
}

TEST_F(AccessWalk, OrganisationThatItWasReferredTo)
{
    auto walkers = people.one_of_each_role(front_door);
    walk(walkers, plain, true);
    EXPECT_EQ(allowed, 36)
        << "six roles read what was referred, answer it, see and take who read it, and settle who does";
}

/// Nobody there would read a report: whatever their role, none is taken, and they are told whom to ring.
TEST_F(AccessWalk, OrganisationThatTakesNoReports)
{
    auto walkers = people.one_of_each_role(front_door);
    for (auto& walker : walkers) {
        people.sign_in(walker);
        for (const auto& need : test::route_needs()) {
            if (need.sees != Action::report_concern) continue;
            for (const auto route : need.routes) walk_to(walker, need, route, plain);
        }
        const auto page = std::string{walker.browser->get("/concerns/new").text()};
        for (const auto* words : {"nobody would read yours", "href=\"tel:999\"", "href=\"/now\""})
            EXPECT_NE(page.find(words), std::string::npos) << directory::role_name(walker.role);
        const auto today = std::string{walker.browser->get("/today").text()};
        for (const auto* address : {"href=\"/concerns/new\"", "href=\"/my-reports\""})
            EXPECT_EQ(today.find(address), std::string::npos) << directory::role_name(walker.role);
    }
    EXPECT_EQ(allowed, 0);
    EXPECT_EQ(refused, asked);
}

/// Where the walkers were kept out or are not named: exactly as if there were no such referral.
TEST_F(AccessWalk, OrganisationThatItWasReferredToWhereTheyAreKeptOutByName)
{
    auto walkers = people.one_of_each_role(front_door);
    for (const auto& walker : walkers) {
        if (walker.role == directory::Role::social_worker) continue;
        people.settle_readers(plain, people.at().actor(front_door),
                              record::PersonKeptOut{people.at().actor(front_door).person, walker.who.person,
                                                    record::TooNear::own_child, "They said so."});
        plain.received->involved.push_back(walker.who.person);
    }
    walk(walkers, plain, true);
    EXPECT_EQ(allowed, 6) << "the social worker";
}

TEST_F(AccessWalk, OrganisationThatItWasReferredToWhereItIsLocked)
{
    auto walkers = people.one_of_each_role(front_door);
    const auto by = people.at().actor(front_door);
    const auto with = people.at().actor("manager@frontdoor.example").person;
    people.settle_readers(plain, by, record::ReferralLocked{by.person, with, "Somebody close is here."});
    plain.received->only_for = std::vector<PersonId>{by.person, with};
    walk(walkers, plain, true);
    EXPECT_EQ(allowed, 0) << "whatever their roles";

    std::vector<Walker> named;
    named.push_back({directory::Role::agency_lead, people.at().actor("manager@frontdoor.example").who(),
                     "manager@frontdoor.example"});
    walk(named, plain, true);
    EXPECT_EQ(allowed, 6) << "whom it is locked to";
}

TEST_F(AccessWalk, AuthorityThatAnAllegationWasReferredTo)
{
    const std::string coordinator = "coordinator@partnership.example";
    auto walkers = people.one_of_each_role(coordinator);
    auto matter =
        people.make_matter("Farthinghoe", record::StaffInvolved::nobody, {}, "lead@fennimore.example");
    people.refer(matter, coordinator, true);
    matter.received->routed = access::Routed::to_lado;
    walk(walkers, matter, true);
    EXPECT_EQ(allowed, 6) << "the LADO alone";

    const auto is = [](directory::Role role) {
        return [role](const Walker& walker) { return walker.role == role; };
    };
    const auto lado = std::ranges::find_if(walkers, is(directory::Role::lado));
    const auto adviser = std::ranges::find_if(walkers, is(directory::Role::education_safeguarding_adviser));
    auto actor = people.at().actor(coordinator);
    actor.person = lado->who.person;
    actor.roles = lado->who.roles;
    people.settle_readers(matter, actor,
                          record::ReaderNamed{actor.person, adviser->who.person, "They stand in for me."});
    matter.received->opened_to = {adviser->who.person};
    walk(walkers, matter, true);
    EXPECT_EQ(allowed, 6 + 12) << "and whom they opened it to";
}

TEST_F(AccessWalk, NamedAsPartOfIt)
{
    auto walkers = people.one_of_each_role("lead@fennimore.example");
    std::vector<PersonId> named;
    for (const auto& walker : walkers) named.push_back(walker.who.person);
    const auto matter =
        people.make_matter("Ravenhall", record::StaffInvolved::someone, named, "lead@fennimore.example");
    walk(walkers, matter, true);
    EXPECT_EQ(allowed, 0);
}

TEST_F(AccessWalk, WhereTheLeadIsInvolved)
{
    auto walkers = people.one_of_each_role("lead@fennimore.example");
    auto matter =
        people.make_matter("Thistlewood", record::StaffInvolved::lead, {}, "head@fennimore.example");
    people.add_conversation(matter, record::StaffInvolved::lead, "head@fennimore.example");
    people.give_record(matter, "head@fennimore.example");
    walk(walkers, matter, true);
    EXPECT_GT(allowed, 100) << "the head";
}

TEST_F(AccessWalk, WhereTheHeadIsInvolved)
{
    auto walkers = people.one_of_each_role("lead@fennimore.example");
    auto matter = people.make_matter("Underhay", record::StaffInvolved::head, {}, "chair@fennimore.example");
    people.add_conversation(matter, record::StaffInvolved::head, "chair@fennimore.example");
    walk(walkers, matter, true);
    EXPECT_GT(allowed, 100) << "the chair of governors";
}

TEST_F(AccessWalk, WhereTheCaseIsLocked)
{
    auto walkers = people.one_of_each_role("lead@fennimore.example");
    const std::string lead = "lead@fennimore.example";
    auto matter = people.make_matter("Padgate", record::StaffInvolved::nobody, {}, lead);
    const auto deputy = people.at().actor("deputy@fennimore.example").person;
    people.settle_who_reads(
        matter, lead, record::CaseLocked{people.lead().person, deputy, "Somebody on the staff is close."});
    people.ask_about_concern_in_case(matter, lead);
    matter.subject.only_for = std::vector<PersonId>{people.lead().person, deputy};
    walk(walkers, matter, true);
    EXPECT_EQ(allowed, 0) << "whatever their roles";

    std::vector<Walker> named;
    named.push_back({directory::Role::deputy, people.at().actor("deputy@fennimore.example").who(),
                     "deputy@fennimore.example"});
    walk(named, matter, true);
    EXPECT_GT(allowed, 50) << "whom it is locked to";
}

TEST_F(AccessWalk, WhereTheLeadAndTheHeadAreKeptOutByName)
{
    auto walkers = people.one_of_each_role("lead@fennimore.example");
    const std::string lead = "lead@fennimore.example";
    auto matter = people.make_matter("Quernmore", record::StaffInvolved::nobody, {}, lead);
    for (const auto& walker : walkers) {
        if (walker.role != directory::Role::dsl && walker.role != directory::Role::headteacher) continue;
        people.settle_who_reads(matter, lead,
                                record::PersonKeptOut{people.lead().person, walker.who.person,
                                                      record::TooNear::own_child, "They said so."});
        matter.subject.involved.push_back(walker.who.person);
    }
    ASSERT_EQ(matter.subject.involved.size(), 2U);
    people.ask_about_concern_in_case(matter, lead);
    walk(walkers, matter, true);
    EXPECT_GT(allowed, 50) << "the deputy";
}

TEST_F(AccessWalk, WhoeverHasNoRoleAnyMoreIsAskedToSignIn)
{
    auto walkers = people.one_of_each_role("lead@fennimore.example");
    for (auto& walker : walkers) {
        people.sign_in(walker);
        ASSERT_TRUE(wait_for(app::take_role(people.safelead(), people.at().command(), walker.who.person,
                                            walker.who.organisation, walker.role)));
        expect_asked_to_sign_in(walker);
    }
}

/// Though nothing ended their session: as if they were recorded as left while it could not be reached.
TEST_F(AccessWalk, WhoeverHasLeftIsAskedToSignIn)
{
    auto walkers = people.one_of_each_role("lead@fennimore.example");
    auto& walker = *std::ranges::find(walkers, directory::Role::dsl, &Walker::role);
    people.sign_in(walker);
    const directory::RecordLeaving left{walker.who.person, directory::by_operator()};
    ASSERT_TRUE(wait_for(app::keep_in_directory(people.safelead().parts(), "test", people.at().command(),
                                                app::Said{"left"}, left)));
    EXPECT_FALSE(
        people.at().passing().list_of("session", walker.who.person.text(), people.at().clock().now()).empty())
        << "their session is gone, so nothing was tried";
    expect_asked_to_sign_in(walker);
}

/// Lists, counts, search and what is taken away: exactly what they were before there was such a matter.
TEST_F(AccessWalk, WhatSomebodyIsKeptOutOfChangesNothingThatTheySee)
{
    std::vector<Walker> walkers;
    for (const auto* who : {"lead", "deputy", "head", "chair", "teacher2", "office"}) {
        const auto email = fmt::format("{}@fennimore.example", who);
        walkers.push_back({directory::Role::staff, people.at().actor(email).who(), email});
        people.sign_in(walkers.back());
    }
    const auto everything_shown = [this](Walker& walker) {
        std::map<std::string, std::string> shown;
        for (const auto* address :
             {"/inbox", "/inbox?page=2", "/cases", "/cases?page=2", "/today", "/caseload", "/my-reports",
              "/conversations", "/guidance/replay", "/erasures", "/concerns/new", "/supervision",
              "/training/record", "/referrals", "/settings/talk"})
            shown[address] = without_what_differs(std::string{walker.browser->get(address).text()}, "");
        shown["/chronology"] = without_what_differs(
            std::string{walker.browser->get(fmt::format("/cases/{}/chronology", plain.a_case)).text()},
            "/nothing");
        for (const auto* word : {"Robin", "Winterbourne", "image", "waits"})
            for (const auto* address : {"/cases/find", "/children/search"})
                shown[fmt::format("{} q {}", address, word)] = without_what_differs(
                    std::string{walker.browser->post(address, {{"csrf", walker.csrf}, {"q", word}}).text()},
                    "/nothing");
        return shown;
    };
    std::map<std::string, std::map<std::string, std::string>> before;
    for (auto& walker : walkers) before[walker.email] = everything_shown(walker);
    std::vector<PersonId> named;
    for (const auto& walker : walkers)
        if (walker.email != "chair@fennimore.example") named.push_back(walker.who.person);
    const auto hidden =
        people.make_matter("Winterbourne", record::StaffInvolved::head, named, "chair@fennimore.example");
    for (auto& walker : walkers) {
        const auto after = everything_shown(walker);
        const bool sees = walker.email == "chair@fennimore.example";
        bool differs = false;
        for (const auto& [address, page] : after) {
            differs = differs || page != before[walker.email][address];
            EXPECT_TRUE(sees || page == before[walker.email][address])
                << address << " tells " << walker.email;
        }
        EXPECT_EQ(differs, sees) << walker.email << ": the test would not see a difference";
        const std::string search = "/cases/find q Winterbourne";
        EXPECT_EQ(after.at(search) != before[walker.email].at(search), sees)
            << walker.email << ": the search found nothing for whoever may see it";
    }
}

/// The same where something was referred to: the list, and the first page.
TEST_F(AccessWalk, WhatSomebodyIsKeptOutOfWhereItWasReferredToChangesNothingThatTheySee)
{
    std::vector<Walker> walkers;
    for (const auto* email : {"socialworker@frontdoor.example", "manager@frontdoor.example"}) {
        walkers.push_back({directory::Role::social_worker, people.at().actor(email).who(), email});
        people.sign_in(walkers.back());
    }
    const auto shown = [this](Walker& walker) {
        std::string all;
        for (const auto* address : {"/referrals", "/today", "/settings/messages", "/cases"})
            all += without_what_differs(std::string{walker.browser->get(address).text()}, "");
        for (const auto* address : {"/referrals/find", "/cases/find", "/children/search"})
            all += without_what_differs(
                std::string{
                    walker.browser->post(address, {{"csrf", walker.csrf}, {"q", "Winterfold"}}).text()},
                "/nothing");
        return all;
    };
    std::vector<std::string> before;
    for (auto& walker : walkers) before.push_back(shown(walker));
    auto hidden =
        people.make_matter("Winterfold", record::StaffInvolved::nobody, {}, "lead@fennimore.example");
    people.refer(hidden, front_door);
    EXPECT_NE(shown(walkers.front()), before.front()) << "the test would not see a difference";
    people.settle_readers(hidden, people.at().actor("manager@frontdoor.example"),
                          record::PersonKeptOut{walkers.back().who.person, walkers.front().who.person,
                                                record::TooNear::own_child, "They said so."});
    EXPECT_EQ(shown(walkers.front()), before.front());
    EXPECT_NE(shown(walkers.back()), before.back()) << "a colleague sees it";
}

}  // namespace
}  // namespace safelead::web
