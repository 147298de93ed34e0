// Data is sent by every form there is, in every field that takes words, and none of it is kept. Which forms
// there are is found out by walking: every address that the router posts to must have been met, or is in the
// short list below.

#include "app/concerns.h"
#include "app/drafts.h"
#include "app/parts.h"
#include "app/record_view.h"
#include "app/sign_in.h"
#include "app/talk.h"
#include "app/talk_settings.h"
#include "base/text.h"
#include "forms_on_page.h"
#include "support/practice_site.h"
#include "support/referring.h"
#include "web/routes.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <map>
#include <set>

namespace safelead::web {
namespace {

using test::Browser;
using test::location;
using test::PracticeSite;

/// A picture's first bytes and a good many more, as text: told from words by any of the ways the gate knows.
const std::string data =
    "data:image/"
    "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg==Qx7Zp0Lm4Tn9Vb2Rk6Wc8Hf3Jd5Sg1YaUeIoPqXwZrTyBnMvCkLsDjFhGgEt";
const std::vector<std::string> pieces{"iVBORw0KGgo", "AAAAfFcSJAAAADUl", "Qx7Zp0Lm4Tn9Vb2R", "DjFhGgEt"};

/// Those that no page's form leads to, and what their own tests are. Short, and each with its reason.
const std::map<std::string_view, std::string_view> met_otherwise{
    {"/record/cosignature/{organisation}", "a note signed by a known witness; below, note_fuzz"},
    {"/children/search", "from a script; below"},
    {"/staff/search", "from a script; below"},
    {"/drafts", "from a script; below"},
    {"/concerns/new/document", "a document, refused whole; below, document journeys, corpus_test"},
    {"/cases/{ref}/documents", "a document, refused whole; below, document journeys, corpus_test"},
    {"/concerns/new/document/words", "after a document; below"},
    {"/cases/{ref}/documents/words", "after a document; below"},
    {"/settings/import/children", "a file, refused whole; import_page_test"},
    {"/settings/import/staff", "likewise"},
    {"/api/v1/concerns", "JSON from a system with a token; api_test"},
    {"/settings/sign-in/refuse-reset", "would change how the walkers sign in; own_sign_in_test"},
    {"/settings/sign-in/refuse-role", "only where a role was asked for; people_here_test"},
    {"/settings/factor", "would change how the walkers sign in; own_sign_in_test"},
    {"/settings/password", "likewise"},
    {"/cases/{ref}/records/person-kept-out", "would close the case to the walkers; who_reads_test"},
    {"/cases/{ref}/records/case-locked", "likewise"},
    {"/referrals/{referral}/who-reads", "would close the referral to the walkers; referral_readers_test"},
    {"/openings", "only after a case was opened by force; openings_test"},
    {"/shared", "open, and only with a link; shared_links_test"},
    {"/shared/step", "likewise"},
    {"/cases/{ref}/referrals/{referral}/discard", "would let the walkers' drafts go; referral_pages_test"},
    {"/cases/{ref}/referrals/{referral}/answered/step", "of an agency without an account; shared_links_test"},
    {"/cases/{ref}/referrals/{referral}/link", "likewise"},
    {"/cases/{ref}/referrals/{referral}/link/revoke", "likewise"},
    {"/settings/passkeys", "likewise; passkey journeys"},
    {"/settings/passkeys/remove", "likewise"},
    {"/settings/recovery-codes", "likewise"},
    {"/sign-in/with/{issuer}", "needs an issuer, and typing to carry; issuer_sign_in_test"},
    {"/settings/issuers/tie", "needs an issuer; issuer_sign_in_test"},
    {"/settings/issuers/untie", "likewise"},
    {"/settings/sessions/end", "likewise"},
    {"/settings/sessions/end-all", "likewise"},
    {"/settings/sign-ins/invite", "likewise"},
    {"/settings/people/{person}/email", "would change how the walkers sign in; people_here_test"},
    {"/settings/people/{person}/role", "would change what the walkers may do; people_here_test"},
    {"/settings/people/{person}/take-role", "likewise"},
    {"/settings/people/{person}/left", "likewise"},
    {"/settings/people/{person}/agree", "likewise"},
    {"/settings/people/{person}/refuse", "likewise"},
    {"/settings/people/{person}/away", "likewise"},
    {"/settings/people/{person}/back", "likewise"},
    {"/settings/place", "only with roles in two organisations; places_test"},
    {"/sign-in/place", "likewise"},
    {"/settings/sign-ins/ask-reset", "likewise"},
    {"/settings/sign-ins/agree-reset", "likewise"},
    {"/settings/sign-ins/refuse-reset", "likewise"},
};

const Route* route_to(Method method, std::string_view address)
{
    const auto found = match(routes(), method, test::segments_of(address));
    const auto* route = std::get_if<RouteFound>(&found);
    return route == nullptr ? nullptr : route->route;
}

class PostWalk : public testing::Test {
protected:
    PostWalk() : PostWalk{routes()} {}
    explicit PostWalk(std::span<const Route> routes) : site{routes} {}

    void walk_rounds(int rounds);

    void walk()
    {
        for (const std::string_view person :
             {"teacher", "lead", "head", "deputy", "chair", "socialworker@frontdoor", "officer@police",
              "socialworker@neighbour", "coordinator@", "office", "deputy"}) {
            Browser browser{site};
            for (const bool is_signed_in : {false, true}) {
                if (is_signed_in) browser.sign_in(person);
                std::set<std::string> seen;
                std::map<std::string_view, int> alike;  // What is done leaves more and more pages of a kind.
                std::vector<std::string> to_go{"/",           "/sign-in",      "/inbox",    "/cases",
                                               "/my-reports", "/concerns/new", "/referrals"};
                while (!to_go.empty()) {
                    const auto address = to_go.back();
                    to_go.pop_back();
                    if (!seen.insert(address).second || seen.size() > 250) continue;
                    const auto* route = route_to(Method::get, address);
                    if (route == nullptr || ++alike[route->pattern] > 5) continue;
                    const auto page = std::string{browser.get(address).text()};
                    for (const auto& link : links(page)) {
                        to_go.push_back(link);
                        remember_places(link);
                    }
                    auto forms = test::forms_on(page);
                    // What is done first may take the others away, so not always the same.
                    if (!forms.empty())
                        std::ranges::rotate(forms, std::next(forms.begin(), ++turned % std::ssize(forms)));
                    for (const auto& form : forms) send(browser, address, form);
                }
            }
        }
    }

    /// What stood in the braces: "/cases/{ref}" was met with such a reference.
    void remember_places(const std::string& address)
    {
        const auto* route = route_to(Method::get, address);
        const auto shapes = split(route->pattern.substr(1), '/');
        const auto parts = split(std::string_view{address}.substr(1), '/');
        std::string shape;
        for (std::size_t at = 0; at < std::min(shapes.size(), parts.size()); ++at) {
            shape += fmt::format("/{}", shapes[at]);
            if (shapes[at].starts_with('{')) places[shape] = parts[at];
        }
    }

    static std::set<std::string> links(const std::string& page)
    {
        std::set<std::string> found;
        for (const auto& rest : test::all_between(page, "href=\"/", "\"#?")) {
            const auto to = "/" + rest;
            const auto* route = route_to(Method::get, to);
            // What anybody can read has no forms but those found from "/"; there are many of them.
            const bool is_plain =
                to.starts_with("/assets/") || to.starts_with("/guid") || to.starts_with("/law");
            if (route != nullptr && !is_plain) found.insert(to);
        }
        return found;
    }

    /// Twice at most for each address of the table and person: with everything, then as its errors ask for.
    void send(Browser& browser, const std::string& page, const test::FormOnPage& drawn)
    {
        const auto& action = drawn.action;
        for (const auto& field : drawn.fields)
            if (field.kind == "text" || field.kind == "textarea") names.insert(field.name);
        const auto* route = route_to(Method::post, action);
        ASSERT_NE(route, nullptr) << "a form on " << page << " posts to " << action;
        if (met_otherwise.contains(route->pattern) || route->pattern == "/sign-out") return;
        if (sent[{std::string{route->pattern}, page}]++ > 0 || ++times[route->pattern] > 25) return;
        std::set<std::string> empty;
        for (std::size_t turn = 0; turn < 4; ++turn) {
            const auto forms = test::forms_on(std::string{browser.get(page).text()});
            const auto form = std::ranges::find(forms, action, &test::FormOnPage::action);
            if (form == forms.end()) return;
            const auto words = fmt::format("It was said at break{}. {}", number_of(route->pattern), data);
            if (turn == 0)
                expect_it_is_not_done_with_a_file(browser, *route, action,
                                                  test::filled_in(*form, words, 0, {}));
            const auto answer = browser.post(action, test::filled_in(*form, words, turn, empty));
            ++met[route->pattern];
            if (answer.status == Status::see_other || answer.status == Status::ok) {
                ++done[route->pattern];
                if (says_taken_out(browser, answer)) ++said[route->pattern];
            }
            if (answer.status != Status::unprocessable) return;
            for (auto& field : test::all_between(answer.text(), "<a href=\"#", "\""))
                empty.insert(std::move(field));
        }
    }

    /// Whatever a form asks for, with a file it is not carried out: it comes back, or is not read.
    void expect_it_is_not_done_with_a_file(Browser& browser, const Route& route, const std::string& action,
                                           std::vector<Field> fields)
    {
        if (route.body_kind != BodyKind::form) return;
        const auto answer = browser.post_with_file(action, std::move(fields));
        if (answer.status == Status::forbidden || answer.status == Status::not_found) return;
        if (route.on_file == OnFile::refuse) {
            EXPECT_EQ(answer.status, Status::unsupported_media) << route.pattern;
        } else {
            EXPECT_THAT(std::string{answer.text()}, testing::HasSubstr("A file came with this form"))
                << route.pattern;
        }
    }

    static bool says_taken_out(Browser& browser, const Response& answer)
    {
        const auto page = answer.status == Status::see_other ? browser.get(location(answer)) : answer;
        return page.text().find("Part of what you typed carried data") != std::string_view::npos ||
               page.text().find("Something in your message was not words") != std::string_view::npos;
    }

    /// Which of them all: stands in what is sent to it, and so in what it kept.
    static std::size_t number_of(std::string_view pattern)
    {
        const auto all = all_addresses();
        const auto found = std::ranges::find_if(all, [&](const Address& one) {
            return one.route.method == Method::post && one.route.pattern == pattern;
        });
        return static_cast<std::size_t>(std::ranges::distance(std::ranges::begin(all), found));
    }

    /// Wherever the record has words out of which data was taken, the form that they came by said so.
    void expect_it_was_said()
    {
        const auto kept = all_kept();
        std::size_t forms = 0;
        for (const auto& address : all_addresses()) {
            if (address.route.method != Method::post) continue;
            const auto altered = fmt::format("It was said at break{}. {}", number_of(address.route.pattern),
                                             "[something that was not words was taken out here]");
            if (std::ranges::none_of(kept,
                                     [&](const auto& one) { return one.find(altered) != std::string::npos; }))
                continue;
            ++forms;
            EXPECT_GT(said[address.route.pattern], 0)
                << address.route.pattern << " takes data out of what was typed, and never says so";
        }
        EXPECT_GE(forms, 8U) << "too few forms kept anything: little was proved";
    }

    /// To an address that no form was met for: with every name of a field that was met anywhere.
    void send_blind(const Address& address)
    {
        Browser lead{site};
        lead.sign_in("lead");
        std::string shape;
        std::string to;
        for (const auto part : split(address.route.pattern.substr(1), '/')) {
            shape += fmt::format("/{}", part);
            const bool is_open = part.starts_with('{');
            ASSERT_TRUE(!is_open || places.contains(shape)) << "nothing was met at " << shape;
            to += fmt::format("/{}", is_open ? std::string_view{places[shape]} : part);
        }
        auto fields = test::hidden_fields(std::string{lead.get("/concerns/new").text()}, "/concerns/new");
        for (const auto& name : names) fields.push_back({name, "It was said at break. " + data});
        EXPECT_LT(static_cast<int>(lead.post(to, fields).status), 500) << to;
        ++met[address.route.pattern];
    }

    /// The words of every entry of every log, and of what has been kept of typing.
    std::vector<std::string> all_kept()
    {
        std::vector<std::string> kept;
        auto& partnership = site.partnership();
        for (const std::string_view who : {"teacher", "lead", "head"}) {
            const auto actor = partnership.actor(fmt::format("{}@fennimore.example", who));
            for (const std::string_view form : {"concern", "concern-document", "note"})
                if (const auto draft = app::draft(partnership.safelead(), actor, form))
                    for (const auto& [name, value] : draft->fields) kept.push_back(name + "=" + value);
            for (const auto& session : app::sessions_of(partnership.safelead(), actor))
                kept.push_back(session.about);
        }
        for (auto& entry : test::all_entries(site)) kept.push_back(std::move(entry));
        return kept;
    }

    void expect_nothing_of_it_is_kept()
    {
        std::size_t words_around = 0;
        for (const auto& one : all_kept()) {
            for (const auto& piece : pieces)
                EXPECT_EQ(one.find(piece), std::string::npos) << piece << " in " << one.substr(0, 300);
            if (one.find("It was said at break") != std::string::npos) ++words_around;
        }
        EXPECT_GE(words_around, least_kept) << "the words around it were not kept either: nothing was proved";
    }

    PracticeSite site;
    std::map<std::pair<std::string, std::string>, int> sent;
    std::map<std::string_view, int> times;
    std::map<std::string_view, int> met;
    std::map<std::string_view, int> done;
    std::map<std::string_view, int> said;  ///< How often its answer said that something was taken out.
    std::set<std::string> names;
    std::map<std::string, std::string> places;
    std::ptrdiff_t turned = 0;
    std::size_t least_kept = 1;
};

/// Young people who wrote to the school, one with a name.
void begin_conversations(test::PracticePartnership& at)
{
    const auto lead = at.actor("lead@fennimore.example");
    directory::TalkHours hours;
    hours.people = {lead.person};
    hours.week.at(0) = directory::Interval{std::chrono::hours{8}, std::chrono::hours{16}};
    hours.terms = {{*parse_date("2026-11-02"), *parse_date("2026-12-18")}};
    ASSERT_TRUE(wait_for(app::set_talk_hours(at.safelead(), lead, at.command(), hours)));
    for (const auto* name : {"", "Robin Vale", ""})
        ASSERT_TRUE(wait_for(app::start_talk(
            at.safelead(), at.command(),
            {lead.organisation, "An image was shared.", name, record::NameAgreement::ask_first,
             record::StaffInvolved::unknown, "192.0.2.1"})));
}

/// A case that was referred: which cases the walk itself refers, if any, hangs on references drawn at random.
void refer_a_case(test::PracticePartnership& at)
{
    const auto lead = at.actor("lead@fennimore.example");
    const auto of = app::list_cases(at.safelead(), lead).value().cases.front().it->reference;
    const test::Referring referring{at, lead, of};
    for (const std::string_view receiver : {"socialworker@frontdoor.example", "officer@police.example"})
        (void)referring.refer(test::first_child_to(at.actor(receiver)));
}

void PostWalk::walk_rounds(int rounds)
{
    begin_conversations(site.partnership());
    refer_a_case(site.partnership());
    Browser teacher{site};
    teacher.sign_in("teacher");
    for (int report = 0; report < 6; ++report) {
        teacher.get("/concerns/new");
        teacher.send("/concerns/new",
                     {{"unlisted", "Robin Vale"}, {"words", "An image was shared."}, {"danger", "no"}});
    }
    auto typing = test::hidden_fields(std::string{teacher.get("/concerns/new").text()}, "/concerns/new");
    typing.push_back({"words", "It was said at break. " + data});
    teacher.post("/drafts", typing);
    // What was done opens other forms: a case that was closed can be opened again.
    for (int round = 0; round < rounds; ++round) {
        walk();
        sent.clear();
        times.clear();
    }
}

TEST_F(PostWalk, EveryAddressThatIsPostedToIsMetAndKeepsNoData)
{
    walk_rounds(3);
    least_kept = 8;
    for (const auto& address : all_addresses()) {
        const auto pattern = address.route.pattern;
        if (address.route.method != Method::post || pattern == "/sign-out") continue;
        if (met_otherwise.contains(pattern)) {
            EXPECT_EQ(met[pattern], 0) << pattern << " is met by walking now: take it out of the list";
            continue;
        }
        EXPECT_EQ(address.route.body_kind, BodyKind::form)
            << pattern << " reads its own body: test it, and list it";
        if (met[pattern] == 0) send_blind(address);
        EXPECT_GT(met[pattern], 0) << pattern;
    }
    for (const std::string_view pattern :
         {"/concerns/new", "/cases/{ref}/notes", "/cases/{ref}/consultations", "/cases/{ref}/people/{person}",
          "/concerns/{ref}/still-worried"})
        EXPECT_GT(done[pattern], 0) << pattern << " was never carried out";
    for (const auto& [pattern, reason] : met_otherwise)
        EXPECT_TRUE(std::ranges::any_of(all_addresses(),
                                        [&](const Address& one) {
                                            return one.route.pattern == pattern &&
                                                   one.route.method == Method::post;
                                        }))
            << pattern << " is no address any more: take it out of the list";
    expect_nothing_of_it_is_kept();
    expect_it_was_said();
}

/// A request as it comes over the wire, for what no form of a page sends: how it is answered.
Response sent_raw(PracticeSite& site, Browser& browser, const std::string& address,
                  const std::string& content_type, std::string body)
{
    Request request;
    request.method = Method::post;
    request.path = address;
    request.segments = test::segments_of(address);
    request.headers.push_back({"Content-Type", content_type});
    request.headers.push_back({"X-Note", data});
    request.headers.push_back({"User-Agent", data});
    request.headers.push_back({"Referer", data});
    for (const auto& [name, value] : browser.cookies()) request.cookies.push_back({name, value});
    request.body = std::move(body);
    request.remote = "192.0.2.1";
    const auto admitted = site.answerer().admit(request);
    if (const auto* refused = std::get_if<Refused>(&admitted))
        return site.answerer().fault_page(refused->fault, "", &request);
    return wait_for(site.answerer().answer(request));
}

std::string multipart(const std::vector<Field>& fields, std::string_view file_name, std::string_view content)
{
    std::string body;
    for (const auto& field : fields)
        body += fmt::format("--b\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n", field.name,
                            field.value);
    body +=
        fmt::format("--b\r\nContent-Disposition: form-data; name=\"document\"; filename=\"{}\"\r\n\r\n{}\r\n",
                    file_name, content);
    return body + "--b--\r\n";
}

TEST_F(PostWalk, WhatScriptsSendKeepsNoData)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    const auto page = std::string{teacher.get("/concerns/new").text()};
    auto fields = test::hidden_fields(page, "/concerns/new");
    fields.push_back({"q", data});
    for (const std::string_view address : {"/children/search", "/staff/search"}) {
        const auto found = teacher.post(address, fields);
        EXPECT_EQ(found.text(), "[]") << address;
    }
    fields.push_back({"words", "It was said at break. " + data});
    fields.push_back({data, "x"});
    EXPECT_EQ(teacher.post("/drafts", fields).status, Status::ok);
    EXPECT_THAT(std::string{teacher.get("/concerns/new").text()}, testing::HasSubstr("It was said at break"));
    EXPECT_THAT(std::string{teacher.get("/concerns/new").text()},
                testing::Not(testing::HasSubstr(pieces[2])));
    expect_nothing_of_it_is_kept();
}

TEST_F(PostWalk, DocumentsWithDataAreRefusedWholeAndWhatIsSaidOfThemKeepsNone)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    teacher.get("/concerns/new");
    EXPECT_EQ(location(teacher.send("/concerns/new",
                                    {{"words", "It was said at break."}, {"ask", "add-document"}})),
              "/concerns/new/document");
    const auto page = std::string{teacher.get("/concerns/new/document").text()};
    const auto token = test::hidden_fields(page, "/concerns/new/document");
    for (const auto& [name, content] : {std::pair{"notes.txt", data}, {"picture.png", data}, {"", ""}}) {
        const auto answer = sent_raw(site, teacher, "/concerns/new/document",
                                     "multipart/form-data; boundary=b", multipart(token, name, content));
        EXPECT_EQ(answer.status, Status::unprocessable) << name;
    }
    // Without a token, as JSON, with the file under another name: nobody reads it.
    for (const auto& [type, body] : {std::pair<std::string, std::string>{"multipart/form-data; boundary=b",
                                                                         multipart({}, "a.txt", "Words.")},
                                     {"application/json", "{\"words\":\"" + data + "\"}"},
                                     {"text/plain", data}}) {
        const auto answer = sent_raw(site, teacher, "/concerns/new/document", type, body);
        EXPECT_TRUE(answer.status == Status::forbidden || answer.status == Status::bad_request) << type;
    }
    const auto read = sent_raw(site, teacher, "/concerns/new/document", "multipart/form-data; boundary=b",
                               multipart(token, "minutes.txt", "They met on Monday."));
    const auto check = std::string{read.text()};
    EXPECT_THAT(check, testing::AllOf(testing::HasSubstr("They met on Monday."),
                                      testing::HasSubstr("Nothing has been added yet")));
    auto fields = test::hidden_fields(check, "/concerns/new/document/words");
    fields.push_back({"words", "They met on Monday. " + data});
    EXPECT_EQ(teacher.post("/concerns/new/document/words", fields).status, Status::unprocessable);
    fields.push_back({"described", "Minutes " + data});
    EXPECT_EQ(location(teacher.post("/concerns/new/document/words", fields)), "/concerns/new");
    const auto report = std::string{teacher.get("/concerns/new").text()};
    EXPECT_THAT(report, testing::AllOf(testing::HasSubstr("It was said at break."),
                                       testing::HasSubstr("They met on Monday."),
                                       testing::HasSubstr("A document was refused. Nothing of it was kept."),
                                       testing::HasSubstr("Words of a document (text): Minutes")));
    for (const auto& piece : pieces) EXPECT_THAT(report, testing::Not(testing::HasSubstr(piece)));
    expect_nothing_of_it_is_kept();
}

TEST_F(PostWalk, WhatIsNoNoteOfAWitnessIsNotKept)
{
    Browser nobody{site};
    least_kept = 0;
    for (const std::string organisation : {"partnership", "no-such-organisation"}) {
        const auto answer = sent_raw(site, nobody, "/record/cosignature/" + organisation, "text/plain", data);
        EXPECT_GE(static_cast<int>(answer.status), 400);
    }
    expect_nothing_of_it_is_kept();
}

// --- That the walk would find a hole: one is planted in every form there is, in the tables of this test
// alone

constexpr std::string_view planted = "planted/";

/// Answers as the address does; where something was carried out, every field goes into the record as it came.
Later<Response> with_a_hole(Site& site, const Request& request)
{
    const auto route = std::ranges::find_if(routes(), [&](const Route& one) {
        return one.method == Method::post && one.pattern == request.route;
    });
    return route->handler(site, request).then([&site, &request](Response answer) -> Later<Response> {
        const auto visitor = site.visitor(request);
        if (answer.status != Status::see_other || !visitor) return answer;
        std::string as_it_came;
        for (const auto& field : request.form.in_order())
            as_it_came += fmt::format("{}{} {}: {}", planted, request.route, field.name, field.value);
        auto& parts = site.app().parts();
        return app::keep_view(parts, parts.workspace(visitor->actor.organisation),
                              exchange::EntryDisclosed{"", 1, as_it_came})
            .then([answer](const app::Outcome<app::Kept>&) { return answer; });
    });
}

std::span<const Route> routes_with_holes()
{
    static const auto all = [] {
        std::vector<Route> copied{routes().begin(), routes().end()};
        for (auto& route : copied)
            if (route.method == Method::post && route.body_kind == BodyKind::form &&
                !met_otherwise.contains(route.pattern))
                route.handler = with_a_hole;
        return copied;
    }();
    return all;
}

class PostWalkOverHoles : public PostWalk {
protected:
    PostWalkOverHoles() : PostWalk{routes_with_holes()} {}
};

TEST_F(PostWalkOverHoles, FindsAFieldThatDoesNotPassTheGate)
{
    walk_rounds(2);
    std::set<std::string> found;
    for (const auto& kept : all_kept()) {
        std::vector<std::string> cut;  // At each hole: what went through it.
        for (std::size_t at = 0, next = 0; next != std::string::npos; at = next) {
            next = kept.find(planted, at + 1);
            cut.push_back(kept.substr(at, next - at));
        }
        for (const auto& one : cut) {
            const bool has_data = std::ranges::any_of(
                pieces, [&](const auto& piece) { return one.find(piece) != std::string::npos; });
            if (!has_data) continue;
            ASSERT_TRUE(one.starts_with(planted))
                << "data got in by no hole of this test: " << one.substr(0, 300);
            found.insert(one.substr(planted.size(), one.find(": ") - planted.size()));
        }
    }
    for (const std::string_view form :
         {"/concerns/new ", "/cases/{ref}/notes ", "/concerns/{ref}/still-worried "})
        EXPECT_TRUE(std::ranges::any_of(found, [&](const auto& one) { return one.starts_with(form); }))
            << "a hole in the form of " << form << "is not found";
}

}  // namespace
}  // namespace safelead::web
