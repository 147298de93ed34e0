// Whoever lets others read shows first that it is them, and what they typed goes on from there.

#include "app/cases.h"
#include "app/referral_readers.h"
#include "app/referrals.h"
#include "support/practice_site.h"
#include "support/referring.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using test::Browser;
using test::location;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

const std::string why = "They are needed for the meeting.";

class LettingRead : public testing::Test {
protected:
    LettingRead() { of = app::list_cases(safelead(), lead).value().cases.front().it->reference; }

    app::Safelead& safelead() { return site.partnership().safelead(); }
    CommandId command() { return site.partnership().command(); }

    bool reads_case(const app::Actor& actor)
    {
        return wait_for(app::view_case(safelead(), actor, of)).has_value();
    }

    bool reads_referral(const app::Actor& actor, const record::Reference& referral)
    {
        return wait_for(app::read_referral(safelead(), actor, referral)).has_value();
    }

    void keep(record::Keepable what)
    {
        ASSERT_TRUE(
            wait_for(app::change_case(safelead(), lead, command(), of, record::KeepRecord{std::move(what)})));
    }

    /// The answer asks for a proof, and keeps what was typed.
    static void expect_proof_is_asked(const Response& answer, const std::vector<Field>& typed)
    {
        const std::string page{answer.text()};
        EXPECT_THAT(page, AllOf(HasSubstr("Show that it is you"), HasSubstr("name=\"proof\"")));
        for (const auto& field : typed)
            EXPECT_THAT(page, AllOf(HasSubstr(fmt::format("name=\"{}\"", field.name)),
                                    HasSubstr(fmt::format("value=\"{}\"", field.value))));
    }

    /// Those that say what is settled: a page has several forms that go to one address.
    static std::vector<Field> hidden_but_kind(const Response& page, const std::string& action)
    {
        auto fields = test::hidden_fields(std::string{page.text()}, action);
        std::erase_if(fields, [](const Field& field) { return field.name == "kind"; });
        return fields;
    }

    test::PracticeSite site;
    app::Actor lead = site.partnership().actor("lead@fennimore.example");
    app::Actor deputy = site.partnership().actor("deputy@fennimore.example");
    app::Actor head = site.partnership().actor("head@fennimore.example");
    app::Actor worker = site.partnership().actor("socialworker@frontdoor.example");
    app::Actor manager = site.partnership().actor("manager@frontdoor.example");
    record::Reference of{""};
};

TEST_F(LettingRead, OfALockedCaseByNameAsksWhoItIs)
{
    keep(record::CaseLocked{lead.person, head.person, "Somebody close to it works here."});
    Browser browser{site};
    browser.sign_in("lead");
    site.clock().pass(6min);
    const auto address = fmt::format("/cases/{}/records/reader-named", of.text());
    browser.get(address);
    const std::vector<Field> typed{{"person", std::string{deputy.person.text()}}, {"why", why}};
    expect_proof_is_asked(browser.send(address, typed), typed);
    EXPECT_FALSE(reads_case(deputy));

    EXPECT_EQ(browser.send(address, {{"proof", "not mine"}}).status, Status::unprocessable);
    EXPECT_FALSE(reads_case(deputy));
    EXPECT_THAT(location(browser.send(address, {{"proof", site.sign_in_of("lead").password}})),
                StartsWith(fmt::format("/cases/{}/records/reading", of.text())));
    EXPECT_TRUE(reads_case(deputy));
}

TEST_F(LettingRead, OfAReferralThatTheyWereKeptOutOfAsksWhoItIs)
{
    const auto referral = test::Referring{site.partnership(), lead, of}.refer(test::first_child_to(worker));
    ASSERT_TRUE(wait_for(app::settle_readers(
        safelead(), manager, command(), referral,
        record::PersonKeptOut{manager.person, worker.person, record::TooNear::own_child, "They said so."})));
    Browser browser{site};
    browser.sign_in("manager@frontdoor");
    site.clock().pass(6min);
    const auto address = fmt::format("/referrals/{}/who-reads", referral.text());
    auto fields = hidden_but_kind(browser.get(address), address);
    const std::vector<Field> typed{
        {"kind", "let-in"}, {"person-let-in", std::string{worker.person.text()}}, {"why-let-in", why}};
    fields.insert(fields.end(), typed.begin(), typed.end());
    expect_proof_is_asked(browser.post(address, fields), typed);
    EXPECT_FALSE(reads_referral(worker, referral));

    EXPECT_THAT(location(browser.send(address, {{"proof", site.sign_in_of("manager@frontdoor").password}})),
                StartsWith(address));
    EXPECT_TRUE(reads_referral(worker, referral));
}

}  // namespace
}  // namespace safelead::web
