#pragma once

// Matters of a school, and somebody of each role at it and elsewhere, for the walk of who may do what.

#include "app/cases.h"
#include "app/child_kept.h"
#include "app/children.h"
#include "app/concerns.h"
#include "app/conversations.h"
#include "app/keep_in_directory.h"
#include "app/people_here.h"
#include "app/practice_people.h"
#include "app/referral_readers.h"
#include "app/referrals.h"
#include "app/talk.h"
#include "app/talk_settings.h"
#include "directory/authority.h"
#include "forms_on_page.h"
#include "route_needs.h"
#include "support/practice_site.h"
#include "support/referring.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace safelead::test {

/// A report that waits, another that became a case, what is in it, and a conversation; and what access is to
/// be asked about them, said here and not by the program.
struct Matter {
    std::string name;  ///< A word that stands in everything about it, and nowhere else.
    access::Subject subject;
    std::string concern = {};
    std::string a_case = {};
    std::string child = {};
    std::string conversation = {};  ///< Nobody can be kept out of one by name, so not every matter has one.
    std::string referral = {};
    std::optional<access::Subject> received = {};  ///< The referral, where it was sent to.
    bool is_given = false;                         ///< The child's record, once.
};

/// Somebody with one role and no other.
struct Walker {
    directory::Role role;
    access::Actor who;
    std::string email;
    std::unique_ptr<Browser> browser = {};
    std::string csrf = {};
};

class WalkingPeople {
public:
    WalkingPeople()
    {
        auto hours = directory::TalkHours{};
        hours.people = {lead().person};
        hours.week.at(0) = directory::Interval{std::chrono::hours{8}, std::chrono::hours{16}};
        hours.terms = {{*parse_date("2026-11-02"), *parse_date("2026-12-18")}};
        EXPECT_TRUE(wait_for(app::set_talk_hours(safelead(), lead(), at().command(), hours)));
    }

    [[nodiscard]] PracticePartnership& at() { return site.partnership(); }
    [[nodiscard]] app::Safelead& safelead() { return at().safelead(); }
    [[nodiscard]] app::Actor lead() { return at().actor("lead@fennimore.example"); }

    /// One for each role, in an organisation of the practice partnership.
    std::vector<Walker> one_of_each_role(std::string_view somebody_there)
    {
        const auto there = at().actor(somebody_there);
        const auto& organisation = there.organisation;
        const auto two = two_who_agree(organisation);
        std::vector<Walker> walkers;
        for (const auto role : directory::all_roles()) {
            const auto email = fmt::format("walker{}@walk.example", ++people_);
            const auto person = wait_for(app::add_person(safelead(), at().command(),
                                                         {organisation,
                                                          fmt::format("Walker {}", people_),
                                                          email,
                                                          {},
                                                          std::string{app::practice_password}}))
                                    .value();
            const directory::GiveRole give{person, organisation, role,
                                           directory::by_two(two.at(0), two.at(1))};
            EXPECT_TRUE(wait_for(app::keep_in_directory(safelead().parts(), "test", at().command(),
                                                        app::Said{"give role"}, give)));
            walkers.push_back({role, {person, organisation, directory::Roles{role}, there.kind}, email});
        }
        return walkers;
    }

    /// Somebody whom nothing else is about, with a role that was asked for.
    PersonId a_colleague(const std::string& somebody_there)
    {
        const auto asks = at().actor(somebody_there);
        const app::NewPerson added{asks.organisation,
                                   "Somebody Looked-after",
                                   "looked-after@walk.example",
                                   {directory::Role::staff},
                                   std::string{app::practice_password}};
        const auto person = wait_for(app::add_person(safelead(), at().command(), added)).value();
        EXPECT_TRUE(
            wait_for(app::ask_role(safelead(), asks, at().command(), person, directory::Role::deputy)));
        return person;
    }

    std::vector<PersonId> two_who_agree(const OrganisationId& organisation)
    {
        std::vector<PersonId> two;
        const auto partnership = app::partnership(safelead());
        for (const auto* person : partnership->people_of(organisation))
            if (directory::may_agree(*partnership, person->id, organisation)) two.push_back(person->id);
        return two;
    }

    void sign_in(Walker& walker)
    {
        walker.browser = std::make_unique<Browser>(site);
        auto& browser = *walker.browser;
        browser.get("/sign-in");
        browser.send("/sign-in",
                     {{"email", walker.email}, {"password", std::string{app::practice_password}}});
        for (const auto& field : hidden_fields(browser.get("/settings/sign-in").text(), "/sign-out"))
            if (field.name == "csrf") walker.csrf = field.value;
        ASSERT_FALSE(walker.csrf.empty()) << walker.email << " is not signed in";
    }

    /// As a member of staff reports it, past whoever is involved; a case of it, made by `whose` it then is.
    Matter make_matter(std::string name, record::StaffInvolved involved, std::vector<PersonId> named,
                       const std::string& whose)
    {
        Matter matter{std::move(name), access::of_organisation(lead().organisation)};
        matter.subject.involved = named;
        if (involved == record::StaffInvolved::lead) matter.subject.routed = access::Routed::past_lead;
        if (involved == record::StaffInvolved::head) matter.subject.routed = access::Routed::past_head;
        const auto reported = [&](const char* which) {
            return at().report([&](app::Report& report) {
                report.children = {};
                report.not_on_list = {{fmt::format("Robin {}", matter.name), ""}};
                report.words = fmt::format("An image was shared, {} {}.", matter.name, which);
                report.staff_involved = involved;
                report.people_involved = named;
            });
        };
        matter.subject.reporter = at().actor("teacher@fennimore.example").person;
        matter.concern = reported("waits").reference.text();
        const auto actor = at().actor(whose);
        const auto opened =
            wait_for(app::open_case(safelead(), actor, at().command(), {reported("is worked on").reference}))
                .value();
        matter.a_case = opened.reference.text();
        const auto view = wait_for(app::view_case(safelead(), actor, opened.reference)).value();
        const auto child = view.concerns.front()->reported.children.front();
        matter.child = child.text();
        EXPECT_TRUE(wait_for(app::change_case(safelead(), actor, at().command(), opened.reference,
                                              record::AddPerson{actor.person, child, ""})));
        record::DescribePerson describe{
            actor.person, record::CaseRef{"A"}, {"subject"}, {}, {}, {}, {}, "", ""};
        describe.setting = "this_school";
        EXPECT_TRUE(
            wait_for(app::change_case(safelead(), actor, at().command(), opened.reference, describe)));
        return matter;
    }

    /// Keeps something about who reads it, as `whose` it is; what access is asked about then is the test's to
    /// say.
    void settle_who_reads(const Matter& matter, const std::string& whose, record::Keepable record)
    {
        EXPECT_TRUE(wait_for(app::change_case(safelead(), at().actor(whose), at().command(),
                                              record::Reference{matter.a_case},
                                              record::KeepRecord{std::move(record)})))
            << matter.name;
    }

    /// The concern that its case was made of, in place of one that waits.
    void ask_about_concern_in_case(Matter& matter, const std::string& whose)
    {
        const auto view =
            wait_for(app::view_case(safelead(), at().actor(whose), record::Reference{matter.a_case})).value();
        matter.concern = view.concerns.front()->reported.reference.text();
    }

    void add_conversation(Matter& matter, record::StaffInvolved about, const std::string& whose)
    {
        const auto command = at().command();
        EXPECT_TRUE(wait_for(app::start_talk(safelead(), command,
                                             {lead().organisation, fmt::format("{} was shared.", matter.name),
                                              "", record::NameAgreement::ask_first, about, "192.0.2.1"})));
        const auto actor = at().actor(whose);
        const auto listed = app::conversations(safelead(), actor).value();
        for (const auto& one : listed.all) {
            const auto view = wait_for(app::read_conversation(safelead(), actor, one.reference)).value();
            if (view.it->messages.front().words.find(matter.name) != std::string::npos)
                matter.conversation = one.reference.text();
        }
        EXPECT_FALSE(matter.conversation.empty());
    }

    /// What access is asked about it there is the test's to say, where it is not as usual.
    void refer(Matter& matter, std::string_view to, bool for_lado = false)
    {
        const record::Reference of{matter.a_case};
        const auto receiver = at().actor(to);
        auto asked = first_child_to(receiver);
        asked.for_lado = for_lado;
        matter.referral = Referring{at(), lead(), of}.refer(std::move(asked)).text();
        matter.received = access::of_organisation(receiver.organisation);
    }

    /// The child's record, as `whose` it is gives it away.
    void give_record(Matter& matter, const std::string& whose)
    {
        const auto by = at().actor(whose);
        const auto up_to = ledger::number(at().entries().head(by.organisation).position);
        record::RecordGiven given{1,           by.person,  record::GivenFor::court, record::GivenPart::whole,
                                  "The court", "An order", static_cast<int>(up_to), 0,
                                  {},          0};
        EXPECT_TRUE(wait_for(app::keep_of_child(safelead(), by, at().command(), record::ChildId{matter.child},
                                                std::move(given))))
            << matter.name;
        matter.is_given = true;
    }

    /// As somebody settles it at the organisation that it was sent to.
    void settle_readers(const Matter& matter, const app::Actor& by, record::ReadersChange change)
    {
        EXPECT_TRUE(wait_for(app::settle_readers(safelead(), by, at().command(),
                                                 record::Reference{matter.referral}, std::move(change))))
            << matter.name;
    }

    PracticeSite site;

private:
    int people_ = 0;
};

}  // namespace safelead::test
