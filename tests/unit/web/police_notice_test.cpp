// The notice before an officer is told, on the pages of what was told outside; what the police recorded; what
// was shared.

#include "app/cases.h"
#include "record/kept_in.h"
#include "record/sharing_log.h"
#include "record/what_is_open.h"
#include "support/practice_site.h"

#include <gmock/gmock.h>

#include <string>

namespace safelead::web {
namespace {

using test::Browser;
using test::location;
using test::PracticeSite;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view notice = "Telling the police means that they must record a crime";
constexpr std::string_view asked_again = "It is, or may be, the police";

std::string page(const Response& answer)
{
    return std::string{answer.text()};
}

class PoliceNotice : public testing::Test {
protected:
    PoliceNotice()
    {
        lead.sign_in("lead");
        lead.get("/concerns/new");
        const auto to = location(lead.send("/concerns/new", {{"unlisted", "Robin Vale, Year 9"},
                                                             {"words", "They said that an image was shared."},
                                                             {"danger", "no"},
                                                             {"told", "yes"}}));
        const auto concern = "/concerns/" + to.substr(10, to.find('/', 10) - 10);
        lead.get(concern);
        address = location(lead.send(concern + "/open-case", {}));
    }

    Response refer(const std::string& kind, const std::string& answered = {})
    {
        lead.get(address + "/referrals");
        return lead.send(address + "/referrals", {{"to", "Somebody by telephone"},
                                                  {"how", "telephone"},
                                                  {"when", "at noon"},
                                                  {"said", "What we know."},
                                                  {"kind", kind},
                                                  {"notice", answered}});
    }

    Response consult(const std::string& kind, const std::string& answered = {})
    {
        lead.get(address + "/consultations");
        return lead.send(address + "/consultations", {{"with", "Somebody"},
                                                      {"when", "at noon"},
                                                      {"advised", "Keep a record."},
                                                      {"kind", kind},
                                                      {"notice", answered}});
    }

    app::Safelead& safelead() { return site.partnership().safelead(); }
    [[nodiscard]] record::Reference reference() const { return record::Reference{address.substr(7)}; }

    record::Case the_case() { return *wait_for(app::view_case(safelead(), who, reference())).value().it; }

    bool changes(record::CaseCommand change)
    {
        return wait_for(app::change_case(safelead(), who, site.partnership().command(), reference(),
                                         std::move(change)))
            .has_value();
    }

    /// A referral by telephone, of which nobody wrote down the basis, in a case that is closed.
    void close()
    {
        const PersonId by{""};
        ASSERT_TRUE(changes(record::AddPerson{by, std::nullopt, "Robin Vale"}));
        ASSERT_TRUE(changes(record::AnswerFacts{by, {{"blackmail", "yes"}}, "The child"}));
        ASSERT_TRUE(changes(record::MakeDecision{by, "REFER_IMMEDIATE", "", {}, {}, {}}));
        ASSERT_EQ(refer("social-care").status, Status::see_other);
        ASSERT_TRUE(changes(record::KeepRecord{
            record::AgencyAnswered{by, "Social care", "A", {"Now", {}, {}}, {}, "They took it on."}}));
        const auto before = the_case();
        for (const auto* task : record::tasks_to_do(before))
            ASSERT_TRUE(changes(record::FinishTask{task->set.task, by, "Seen to."}));
        ASSERT_TRUE(changes(record::CloseCase{by, "Referred and seen to."}));
    }

    PracticeSite site;
    Browser lead{site};
    app::Actor who = site.partnership().actor("lead@fennimore.example");
    std::string address;
};

TEST_F(PoliceNotice, StandsOnBothFormsBelowReferringAtOnce)
{
    EXPECT_THAT(page(lead.get(address + "/referrals")), HasSubstr(std::string{notice}));
    EXPECT_THAT(page(lead.get(address + "/consultations")), HasSubstr(std::string{notice}));
}

TEST_F(PoliceNotice, StandsBeforeAMeetingWhosePeopleAreWordsBelowReferringAtOnce)
{
    const auto before_meeting = AllOf(HasSubstr(std::string{notice}),
                                      HasSubstr("href=\"" + address + "/referrals\">before they are asked"));
    const std::vector<std::string> meetings{"/records/meeting", "/records/review-meeting-held",
                                            "/records/strategy"};
    for (const auto& meeting : meetings)
        EXPECT_THAT(page(lead.get(address + meeting)), before_meeting) << meeting;

    lead.get(address + "/questions");
    ASSERT_EQ(lead.send(address + "/questions", {{"fact-blackmail", "yes"}, {"told-by", "the child"}}).status,
              Status::see_other);
    for (const auto& meeting : meetings)
        EXPECT_THAT(page(lead.get(address + meeting)), Not(HasSubstr(std::string{notice})))
            << meeting << ": they are told in any case";
}

TEST_F(PoliceNotice, StandsBeforeTheNumbersOfAgenciesBelowReferringAtOnce)
{
    constexpr std::string_view beside = "Before you ring the police";
    const auto choosing = page(lead.get(address + "/referrals/new"));
    const auto at = choosing.find(notice);
    ASSERT_NE(at, std::string::npos);
    EXPECT_LT(at, choosing.find("Ring first."));
    EXPECT_LT(at, choosing.find("name=\"to\""));
    for (const std::string numbers : {"/referrals", "/consultations"})
        EXPECT_THAT(page(lead.get(address + numbers)), HasSubstr(std::string{beside})) << numbers;

    lead.get(address + "/questions");
    ASSERT_EQ(lead.send(address + "/questions", {{"fact-blackmail", "yes"}, {"told-by", "the child"}}).status,
              Status::see_other);
    EXPECT_THAT(page(lead.get(address + "/referrals/new")), Not(HasSubstr(std::string{notice})));
    for (const std::string numbers : {"/referrals", "/consultations"})
        EXPECT_THAT(page(lead.get(address + numbers)), Not(HasSubstr(std::string{beside}))) << numbers;
}

TEST_F(PoliceNotice, IsConfirmedBeforeAnOfficerWhoWasToldIsKept)
{
    for (const std::string kind : {"police", "not-known"}) {
        for (const auto& refused : {refer(kind), consult(kind)}) {
            EXPECT_EQ(refused.status, Status::unprocessable) << kind;
            EXPECT_THAT(page(refused),
                        AllOf(HasSubstr(std::string{asked_again}), HasSubstr(std::string{notice})));
        }
        EXPECT_EQ(refer(kind, "known").status, Status::see_other) << kind;
        EXPECT_EQ(consult(kind, "told-before").status, Status::see_other) << kind;
    }
    EXPECT_THAT(page(lead.get(address + "/referrals")),
                AllOf(HasSubstr("It was known, and confirmed"), HasSubstr("records/police-said")));
}

TEST_F(PoliceNotice, IsConfirmedWhereWhoWasToldIsCalledAnOfficer)
{
    const auto told = [&](const std::string& answered) {
        lead.get(address + "/referrals");
        return lead.send(address + "/referrals", {{"to", "The school’s link"},
                                                  {"their-person", "PC Vane"},
                                                  {"how", "telephone"},
                                                  {"when", "at noon"},
                                                  {"said", "What we know."},
                                                  {"kind", "other"},
                                                  {"notice", answered}});
    };
    const auto asked = [&](const std::string& answered) {
        lead.get(address + "/consultations");
        return lead.send(address + "/consultations", {{"with", "Safer Schools"},
                                                      {"when", "at noon"},
                                                      {"advised", "Keep a record."},
                                                      {"kind", "other"},
                                                      {"notice", answered}});
    };
    const auto refused = told("");
    EXPECT_EQ(refused.status, Status::unprocessable);
    EXPECT_THAT(page(refused), AllOf(HasSubstr(std::string{asked_again}), HasSubstr(std::string{notice}),
                                     HasSubstr("PC Vane"), HasSubstr("What we know.")));
    EXPECT_EQ(told("known").status, Status::see_other);
    EXPECT_THAT(page(asked("")), AllOf(HasSubstr(std::string{asked_again}), HasSubstr("Keep a record.")));
    EXPECT_EQ(asked("told-before").status, Status::see_other);
}

TEST_F(PoliceNotice, IsAskedOfNobodyElseAndAKindIsAlwaysChosen)
{
    EXPECT_EQ(refer("social-care").status, Status::see_other);
    EXPECT_EQ(consult("local-authority").status, Status::see_other);
    for (const std::string kind : {"", "the police"}) {
        EXPECT_THAT(page(refer(kind, "known")), HasSubstr("Choose what kind of agency it is"));
        EXPECT_THAT(page(consult(kind, "known")), HasSubstr("Choose what kind of agency it is"));
    }
    EXPECT_THAT(page(lead.get(address + "/referrals")), Not(HasSubstr("records/police-said")));
}

TEST_F(PoliceNotice, TheOutcomeThatTheyGiveIsOneOfTheCodesInUse)
{
    const auto form = address + "/records/police-said";
    const auto say = [&](const std::string& code, const std::string& year) {
        lead.get(form);
        return lead.send(form, {{"when", "at noon"},
                                {"officer", "PC Vane"},
                                {"crime_recorded", "yes"},
                                {"reference", "13/100"},
                                {"recorded_as", "0"},
                                {"outcome", code},
                                {"outcome_on-day", "1"},
                                {"outcome_on-month", "3"},
                                {"outcome_on-year", year}});
    };
    EXPECT_THAT(page(say("23", "2026")), HasSubstr("This is no outcome code"));
    EXPECT_THAT(page(say("22", "2019")), HasSubstr("This code was not in use on that day"));
    EXPECT_THAT(page(say("21", "2031")),
                AllOf(HasSubstr("This day has not come yet"), HasSubstr("href=\"#outcome_on-day\"")));
    EXPECT_EQ(say("1a", "2026").status, Status::see_other);
    EXPECT_THAT(page(lead.get(address + "/records/police")), AllOf(HasSubstr("13/100"), HasSubstr("1A")));
}

TEST_F(PoliceNotice, AnOutcomeOfNoCrimeIsWrongWhereItWasTyped)
{
    const auto form = address + "/records/police-said";
    lead.get(form);
    const auto answer = lead.send(form, {{"when", "at noon"},
                                         {"officer", "PC Vane"},
                                         {"crime_recorded", "no"},
                                         {"why_not", "They found none."},
                                         {"recorded_as", "0"},
                                         {"outcome", "21"}});
    EXPECT_THAT(page(answer), AllOf(HasSubstr("Two answers say different things"),
                                    HasSubstr("href=\"#outcome\""), HasSubstr("id=\"outcome-error\"")));
}

TEST_F(PoliceNotice, WhatWasToldStandsInTheListOfWhatWasSharedWithoutABasis)
{
    EXPECT_EQ(refer("social-care").status, Status::see_other);
    EXPECT_THAT(page(lead.get(address + "/records/sharing")),
                AllOf(HasSubstr("Somebody by telephone"), HasSubstr("Basis not written down"),
                      HasSubstr("/records/basis-given?entry=")));
}

TEST_F(PoliceNotice, TheBasisIsWrittenDownAndAnEntryPutRightInAClosedCaseToo)
{
    close();
    const auto shared = page(lead.get(address + "/records/sharing"));
    EXPECT_THAT(shared, AllOf(HasSubstr("Basis not written down"), HasSubstr("/records/basis-given?entry="),
                              Not(HasSubstr("/records/information-shared"))));
    const auto entry = std::to_string(record::sharing_log(the_case(), {}).front().entry);
    const auto basis = address + "/records/basis-given";
    lead.get(basis);
    EXPECT_EQ(lead.send(basis, {{"entry", entry}, {"basis", "0"}, {"why", "A child was at risk."}}).status,
              Status::see_other);
    EXPECT_THAT(page(lead.get(address + "/records/sharing")), Not(HasSubstr("Basis not written down")));

    EXPECT_THAT(page(lead.get(address + "/chronology")), HasSubstr("/records/entry-corrected"));
    const auto correct = address + "/records/entry-corrected";
    lead.get(correct);
    EXPECT_EQ(lead.send(correct, {{"entry", entry},
                                  {"says", "at noon"},
                                  {"should_say", "at one"},
                                  {"why", "The call is in the list of calls."}})
                  .status,
              Status::see_other);
    EXPECT_EQ(the_case().state, record::CaseState::closed) << "neither opens it again";
    EXPECT_EQ(record::kept_in<record::EntryCorrected>(the_case()).size(), 1U);
}

}  // namespace
}  // namespace safelead::web
