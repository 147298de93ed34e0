// A child who is in two matters, of which somebody may read one: every page about the child, and of the
// matter that they may read, is the same before and after the other was made, letter by letter. Somebody who
// may read both sees the difference, so that the test would see one.

#include "app/cases.h"
#include "app/child_kept.h"
#include "walking_people.h"
#include "what_differs.h"

#include <map>

namespace safelead::web {
namespace {

using record::StaffInvolved;
using test::Walker;
using Pages = std::map<std::string, std::string>;

const std::string lead = "lead@fennimore.example";
const std::string deputy = "deputy@fennimore.example";
const std::string head = "head@fennimore.example";
const std::string chair = "chair@fennimore.example";

class ChildWalk : public testing::Test {
protected:
    ChildWalk()
    {
        const record::Identity identity{"Robin Vale", "Vale", "", {}, "", "", ""};
        child =
            wait_for(app::add_children(people.safelead(), people.lead(), people.at().command(), {identity}))
                .value()
                .front();
        in_case = make_case(lead, StaffInvolved::nobody).first;
        for (const auto& email : {lead, deputy, head, chair}) {
            walkers.push_back({directory::Role::staff, people.at().actor(email).who(), email});
            people.sign_in(walkers.back());
        }
        // Each was here before, so that nobody is new on the lists of who has read what.
        for (auto& walker : walkers) (void)pages(walker);
        for (auto& walker : walkers) before[walker.email] = pages(walker);
    }

    /// A case about the child, and about another whom the school knows from nothing else, who are said to
    /// belong together; and that other.
    std::pair<record::Reference, record::ChildId> make_case(const std::string& whose, StaffInvolved involved)
    {
        const auto actor = people.at().actor(whose);
        const auto reported = people.at().report([&](app::Report& report) {
            report.children = {child};
            report.not_on_list = {{"Robin Vale", "Year 9"}};
            report.staff_involved = involved;
        });
        auto& safelead = people.safelead();
        const auto opened =
            wait_for(app::open_case(safelead, actor, people.at().command(), {reported.reference})).value();
        const auto view = wait_for(app::view_case(safelead, actor, opened.reference)).value();
        auto children = view.concerns.front()->reported.children;
        for (const auto& one : children)
            EXPECT_TRUE(wait_for(app::change_case(safelead, actor, people.at().command(), opened.reference,
                                                  record::AddPerson{actor.person, one, ""})));
        std::erase(children, child);
        const auto& other = children.at(0);
        EXPECT_TRUE(wait_for(app::keep_of_child(
            safelead, actor, people.at().command(), child,
            record::ChildrenLinked{actor.person, other, record::Tie::siblings, "Their mother"})));
        return {opened.reference, other};
    }

    void settle_who_reads(const record::Reference& reference, record::Keepable what)
    {
        EXPECT_TRUE(wait_for(app::change_case(people.safelead(), people.lead(), people.at().command(),
                                              reference, record::KeepRecord{std::move(what)})));
    }

    /// Everything about the child, and about the case that all but the chair may read.
    Pages pages(Walker& walker)
    {
        Pages shown;
        const auto page = fmt::format("/children/{}", child.text());
        for (const auto* sub : {"", "/record", "/belonging", "/same-child", "/main-file", "/authority",
                                "/figures", "/readers", "/record/1"})
            shown[page + sub] = get(walker, page + sub);
        for (const auto* sub : {"", "/people", "/chronology", "/notes", "/readers"})
            shown[std::string{"case"} + sub] = get(walker, fmt::format("/cases/{}{}", in_case.text(), sub));
        for (const auto* address : {"/openings", "/erasures"}) shown[address] = get(walker, address);
        const auto asked = walker.browser->post(page + "/ask-erasure",
                                                {{"csrf", walker.csrf},
                                                 {"command", app::Safelead::random_text().substr(0, 32)},
                                                 {"reason", "recorded_by_mistake"},
                                                 {"ask-why", "It was looked into."}});
        shown["ask"] = test::without_what_differs(
            fmt::format("{} {}", static_cast<int>(asked.status), asked.text()), "/nothing");
        return shown;
    }

    static std::string get(Walker& walker, const std::string& address)
    {
        const auto answer = walker.browser->get(address);
        return test::without_what_differs(
            fmt::format("{} {}{}", static_cast<int>(answer.status), answer.text(), test::location(answer)),
            "/nothing");
    }

    /// All whom it is kept from see what they saw; `whoever_sees` sees more, on the child's page, too.
    void expect_same_for(const std::vector<std::string>& kept_from, const std::string& whoever_sees)
    {
        const auto page = fmt::format("/children/{}", child.text());
        for (auto& walker : walkers) {
            const auto after = pages(walker);
            const bool is_kept =
                std::find(kept_from.begin(), kept_from.end(), walker.email) != kept_from.end();
            if (is_kept) {
                for (const auto& [address, text] : after)
                    EXPECT_TRUE(text == before[walker.email][address])
                        << address << " tells " << walker.email;
            }
            if (walker.email == whoever_sees) {
                EXPECT_NE(after.at(page), before[walker.email][page])
                    << "the test would not see a difference";
            }
        }
    }

    /// Whoever is known only from something that they may not read is not there, for whatever is asked.
    void expect_not_there(const record::ChildId& other, const std::string& email)
    {
        for (auto& walker : walkers) {
            if (walker.email != email) continue;
            for (const auto* sub : {"", "/record", "/belonging", "/same-child", "/main-file", "/readers"}) {
                const auto id = std::string{other.text()};
                const auto answer = walker.browser->get(fmt::format("/children/{}{}", id, sub));
                const auto nothing = walker.browser->get(fmt::format("/children/n0-such{}", sub));
                EXPECT_EQ(answer.status, Status::not_found) << email << sub;
                EXPECT_EQ(answer.status, nothing.status);
                EXPECT_EQ(test::without_what_differs(std::string{answer.text()}, id),
                          test::without_what_differs(std::string{nothing.text()}, "n0-such"));
            }
            EXPECT_EQ(join(walker, other), join(walker, record::ChildId{"n0-such"})) << email;
            EXPECT_EQ(part(walker, other), part(walker, record::ChildId{"n0-such"})) << email;
        }
    }

    /// Joins the child's record with another's by hand.
    std::string join(Walker& walker, const record::ChildId& other)
    {
        return post(walker, "/same-child", other, {{"other", std::string{other.text()}}, {"why", "Sure."}});
    }

    std::string part(Walker& walker, const record::ChildId& other)
    {
        return post(walker, "/belonging/end", other,
                    {{"end-other", std::string{other.text()}}, {"end-why", "Another family."}});
    }

    std::string post(Walker& walker, std::string_view sub, const record::ChildId& other,
                     std::vector<Field> fields)
    {
        fields.push_back({"csrf", walker.csrf});
        fields.push_back({"command", app::Safelead::random_text().substr(0, 32)});
        const auto answer =
            walker.browser->post(fmt::format("/children/{}{}", child.text(), sub), std::move(fields));
        EXPECT_NE(answer.status, Status::see_other);
        return test::without_what_differs(
            fmt::format("{} {}", static_cast<int>(answer.status), answer.text()), std::string{other.text()});
    }

    test::WalkingPeople people;
    record::ChildId child{""};
    record::Reference in_case{""};
    std::vector<Walker> walkers;
    std::map<std::string, Pages> before;
};

TEST_F(ChildWalk, IsTheSameForALeadWhomTheOtherIsAbout)
{
    const auto [hidden, other] = make_case(head, StaffInvolved::lead);
    expect_same_for({lead, deputy}, head);
    expect_not_there(other, lead);
    expect_not_there(other, deputy);
}

TEST_F(ChildWalk, IsTheSameForAHeadWhomTheOtherIsAbout)
{
    const auto [hidden, other] = make_case(chair, StaffInvolved::head);
    expect_same_for({lead, deputy, head}, chair);
    // And when the chair has been on the child's page, which the list of who read it says.
    expect_same_for({lead, deputy, head}, chair);
    expect_not_there(other, lead);
}

TEST_F(ChildWalk, IsTheSameForWhoeverTheOtherIsLockedTo)
{
    const auto [hidden, other] = make_case(lead, StaffInvolved::nobody);
    settle_who_reads(hidden, record::CaseLocked{people.lead().person, people.at().actor(head).person,
                                                "Somebody on the staff is close."});
    expect_same_for({deputy, chair}, lead);
    expect_not_there(other, deputy);
}

TEST_F(ChildWalk, IsTheSameForSomebodyKeptOutOfTheOther)
{
    const auto [hidden, other] = make_case(lead, StaffInvolved::nobody);
    settle_who_reads(hidden, record::PersonKeptOut{people.lead().person, people.at().actor(deputy).person,
                                                   record::TooNear::own_child, "They said so."});
    expect_same_for({deputy, chair}, head);
    expect_not_there(other, deputy);
}

}  // namespace
}  // namespace safelead::web
