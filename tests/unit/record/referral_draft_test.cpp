// What a referral begins with: what an officer weighs, and what the case knows of family, needs and workers.

#include "record/referral_draft.h"

#include "record/kept_in.h"
#include "record/referral.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::lead;
using tests::small_pack;

const EventTime today{"today", std::nullopt, std::nullopt};

Case with(const std::vector<FactAnswered>& answers)
{
    Case of;
    for (const auto& [fact, value] : answers)
        of.answers.insert_or_assign(fact, Established{value, lead, {}, ""});
    return of;
}

Finding finding(std::string_view thing, const Case& of)
{
    for (auto& found : aggravating_features(of, small_pack()))
        if (found.thing == thing) return found;
    ADD_FAILURE() << "there is no feature " << thing;
    return {};
}

Answer feature(std::string_view thing, const std::vector<FactAnswered>& answers)
{
    return finding(thing, with(answers)).answer;
}

/// The case of which both questions about an adult were answered no, and somebody in it.
Case no_adult_but(std::vector<std::string> roles, std::optional<int> age, std::string basis,
                  std::string setting = "this_school")
{
    auto of = with({{"adult_involved", "no"}, {"online_contact_identity_unverified", "no"}});
    of.people.push_back(
        {CaseRef{"B"}, std::nullopt, "B",
         PersonDescribed{
             lead, CaseRef{"B"}, std::move(roles), {}, age, age, std::move(basis), std::move(setting)}});
    return of;
}

struct FeatureCase {
    std::string_view thing;
    std::vector<FactAnswered> answers;
    Answer expected;
};

TEST(AggravatingFeatures, AreYesNoOrNotKnownAsTheCaseAnswers)
{
    const std::vector<FeatureCase> all{
        {"adult", {}, Answer::unknown},
        {"adult", {{"adult_involved", "no"}}, Answer::unknown},
        {"adult", {{"adult_involved", "no"}, {"online_contact_identity_unverified", "no"}}, Answer::no},
        {"adult",
         {{"adult_involved", "no"}, {"online_contact_identity_unverified", "unknown"}},
         Answer::unknown},
        {"adult", {{"adult_involved", "no"}, {"online_contact_identity_unverified", "yes"}}, Answer::yes},
        {"adult", {{"adult_involved", "suspected"}}, Answer::yes},
        {"adult", {{"adult_involved", "alleged"}}, Answer::yes},
        {"adult", {{"adult_involved", "yes"}}, Answer::yes},
        {"pressure", {}, Answer::unknown},
        {"pressure", {{"coercion", "no"}, {"blackmail", "no"}, {"grooming", "no"}}, Answer::unknown},
        {"pressure",
         {{"coercion", "no"}, {"blackmail", "no"}, {"grooming", "no"}, {"financial_demand", "no"}},
         Answer::no},
        {"pressure", {{"coercion", "alleged"}}, Answer::yes},
        {"pressure", {{"blackmail", "yes"}}, Answer::yes},
        {"pressure", {{"grooming", "yes"}}, Answer::yes},
        {"pressure", {{"financial_demand", "yes"}}, Answer::yes},
        {"profit", {}, Answer::unknown},
        {"profit", {{"profit", "unknown"}}, Answer::unknown},
        {"profit", {{"profit", "no"}}, Answer::no},
        {"profit", {{"profit", "alleged"}}, Answer::yes},
        {"malicious", {}, Answer::unknown},
        {"malicious", {{"malicious_intent", "no"}}, Answer::no},
        {"malicious", {{"malicious_intent", "yes"}}, Answer::yes},
        {"repeat", {{"prior_incident", "unknown"}}, Answer::unknown},
        {"repeat", {{"prior_incident", "no"}}, Answer::no},
        {"repeat", {{"prior_incident", "yes"}}, Answer::yes},
        {"spread", {}, Answer::unknown},
        {"spread", {{"shared_publicly_online", "no"}}, Answer::unknown},
        {"spread", {{"shared_publicly_online", "no"}, {"spread_band", "unknown"}}, Answer::unknown},
        {"spread", {{"shared_publicly_online", "no"}, {"spread_band", "0"}}, Answer::no},
        {"spread", {{"shared_publicly_online", "no"}, {"spread_band", "1"}}, Answer::no},
        {"spread", {{"shared_publicly_online", "no"}, {"spread_band", "2-5"}}, Answer::no},
        {"spread", {{"shared_publicly_online", "no"}, {"spread_band", "6-30"}}, Answer::yes},
        {"spread", {{"shared_publicly_online", "no"}, {"spread_band", "30+"}}, Answer::yes},
        {"spread", {{"shared_publicly_online", "yes"}, {"spread_band", "0"}}, Answer::yes},
    };
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(feature(all[i].thing, all[i].answers), all[i].expected) << all[i].thing << ", line " << i;
}

TEST(AggravatingFeatures, TakeAnAdultFromThePeopleOfTheCaseWhateverWasAnswered)
{
    const auto adult = finding("adult", no_adult_but({"sharer"}, 18, "known"));
    EXPECT_EQ(adult.answer, Answer::yes);
    EXPECT_NE(adult.words.find("B took part and is described as an adult"), std::string::npos) << adult.words;
    const auto answer = [](const Case& of) { return finding("adult", of).answer; };
    EXPECT_EQ(answer(no_adult_but({"recipient"}, 19, "claimed")), Answer::yes);
    EXPECT_EQ(answer(no_adult_but({"requester"}, {}, "unknown", "staff")), Answer::yes);
    EXPECT_EQ(answer(no_adult_but({"subject", "sharer"}, 18, "known")), Answer::yes);
    EXPECT_EQ(answer(no_adult_but({"sharer"}, 17, "known")), Answer::no);
    EXPECT_EQ(answer(no_adult_but({"bystander"}, 30, "known", "staff")), Answer::no) << "who took no part";
}

TEST(AggravatingFeatures, DoNotTakeAnAgeThatIsNotKnownForAChilds)
{
    const auto answer = [](const Case& of) { return finding("adult", of).answer; };
    EXPECT_EQ(answer(no_adult_but({"sharer"}, {}, "unknown")), Answer::unknown);
    EXPECT_EQ(answer(no_adult_but({"sharer"}, 15, "claimed")), Answer::unknown);
    EXPECT_EQ(answer(no_adult_but({"subject", "sharer"}, 18, "claimed")), Answer::unknown);
    EXPECT_EQ(answer(no_adult_but({"subject"}, {}, "unknown")), Answer::no) << "it was only made of them";
    auto undescribed = no_adult_but({"sharer"}, 15, "known");
    undescribed.people.front().described.reset();
    EXPECT_EQ(answer(undescribed), Answer::unknown);
}

TEST(AggravatingFeatures, TakeAnAdultFromWhoTookItAndFromTheAdvice)
{
    auto taken = no_adult_but({"sharer"}, 15, "known");
    taken.answers.insert_or_assign("origin", Established{"taken_by_adult", lead, {}, ""});
    EXPECT_EQ(finding("adult", taken).answer, Answer::yes);
    taken.answers.insert_or_assign("medium", Established{"adult_pornography", lead, {}, ""});
    EXPECT_EQ(finding("adult", taken).answer, Answer::no);

    Desk desk;
    desk.open().with_two_children().answered();
    auto advised = desk.now();
    for (const auto* fact : {"adult_involved", "online_contact_identity_unverified"})
        advised.answers.insert_or_assign(fact, Established{"no", lead, {}, ""});
    ASSERT_TRUE(advised.advice);
    EXPECT_EQ(finding("adult", advised).answer, Answer::no);
    advised.advice->advice.criteria.emplace_back("C1");
    EXPECT_EQ(finding("adult", advised).answer, Answer::yes);
    advised.advice->advice.criteria.clear();
    advised.advice->advice.category = guidance::Code{"ADULT_INVOLVED"};
    EXPECT_EQ(finding("adult", advised).answer, Answer::yes);
}

TEST(AggravatingFeatures, TakeThreatsAndHowManyHadItFromThePeopleOfTheCase)
{
    auto of = with({{"coercion", "no"},
                    {"blackmail", "no"},
                    {"grooming", "no"},
                    {"financial_demand", "no"},
                    {"shared_publicly_online", "no"},
                    {"spread_band", "2-5"}});
    const auto add = [&of](const char* ref, const char* role) {
        of.people.push_back(
            {CaseRef{ref}, std::nullopt, ref,
             PersonDescribed{lead, CaseRef{ref}, {role}, {}, 15, 15, "known", "this_school"}});
    };
    for (const auto* ref : {"A", "B", "C", "D", "E"}) add(ref, "recipient");
    EXPECT_EQ(finding("pressure", of).answer, Answer::no);
    EXPECT_EQ(finding("spread", of).answer, Answer::no);
    add("F", "recipient");
    add("G", "threatener");
    EXPECT_EQ(finding("pressure", of).answer, Answer::yes);
    EXPECT_EQ(finding("spread", of).answer, Answer::yes);
}

TEST(ReferralDraft, SaysWhoElseWasToldAlsoToAskForAdvice)
{
    Desk desk;
    desk.open().with_two_children();
    desk.must(tests::consultation());
    auto unnamed = tests::consultation();
    unnamed.consulted.person = "";
    unnamed.consulted.with = "The local coordinator";
    desk.must(unnamed);
    EXPECT_EQ(referral_words_of(desk.now(), small_pack(), {CaseRef{"A"}}, {}, "").others_told,
              "Duty and Advice, a duty worker (advice sought)\nThe local coordinator (advice sought)");
}

TEST(ReferralDraft, SaysOfAnAdultWhatThePeopleOfTheCaseSay)
{
    const auto of = no_adult_but({"sharer"}, 18, "known");
    const auto words = referral_words_of(of, small_pack(), {CaseRef{"A"}}, {}, "");
    EXPECT_NE(words.adult.find("B took part and is described as an adult"), std::string::npos) << words.adult;
}

TEST(ReferralDraft, LeavesEmptyWhatTheCaseDoesNotKnow)
{
    Desk desk;
    desk.open().with_two_children();
    const auto words = referral_words_of(desk.now(), small_pack(), {CaseRef{"A"}, CaseRef{"B"}}, {}, "");
    EXPECT_EQ(words.family, "");
    EXPECT_EQ(words.others_told, "");
    const auto child =
        referred_child_of(desk.now(), small_pack(), desk.now().people.front(), nullptr, "A school");
    EXPECT_EQ(child.home, "");
    EXPECT_EQ(child.needs, "");
    EXPECT_EQ(child.workers, "");
    EXPECT_EQ(child.now, "");
}

TEST(ReferralDraft, SaysWhereAChildLivesAndWasWithWhereThatComesFrom)
{
    Desk desk;
    desk.open().with_two_children();
    const KnownOfChild known{"Moorside Council",
                             "the mother",
                             {{"In lessons", "23 November 2026, 10:00am", 1},
                              {" ", "23 November 2026, 11:00am", 1},
                              {"At home", "24 November 2026, 9:00am", 2}}};
    const auto child =
        referred_child_of(desk.now(), small_pack(), desk.now().people.front(), nullptr, "A school", known);
    EXPECT_EQ(child.home, "Lives under Moorside Council (the child’s record, as said by the mother)");
    EXPECT_EQ(child.now,
              "As reported, 23 November 2026, 10:00am: In lessons\n"
              "As reported, 24 November 2026, 9:00am, of 2 children together: At home");
}

TEST(ReferralDraft, SaysWhenTheAgencyWasRungLast)
{
    const Agency front_door{OrganisationId{"o"}, "Front Door", AgencyKind::social_care};
    const Agency police{OrganisationId{"p"}, "Police", AgencyKind::police};
    Desk desk;
    desk.open();
    EXPECT_EQ(call_known(desk.now(), front_door), EventTime{});
    auto asked = tests::consultation();
    asked.consulted.with = "Duty and Advice";
    asked.consulted.kind = AgencyKind::social_care;
    asked.consulted.how = "In person";
    asked.consulted.when = {"in the morning", {}, {}};
    desk.must(asked);
    EXPECT_EQ(call_known(desk.now(), front_door), EventTime{}) << "nobody rang";
    asked.consulted.how = "By telephone";
    asked.consulted.when = {"at noon", {}, tests::at("2026-11-23T12:00:00Z")};
    desk.must(asked);
    const auto by_kind = call_known(desk.now(), front_door);
    EXPECT_EQ(by_kind.words,
              "at noon: Duty and Advice, By telephone (recorded in the case as advice sought)");
    EXPECT_EQ(by_kind.instant, tests::at("2026-11-23T12:00:00Z"));
    EXPECT_EQ(call_known(desk.now(), police), EventTime{}) << "another agency";
    auto made = tests::referral();
    made.referral.to = "front door";
    made.referral.when = {"at one", {}, {}};
    desk.must(made);
    asked.consulted.when = {"at two", {}, {}};
    desk.must(asked);
    EXPECT_EQ(call_known(desk.now(), front_door).words,
              "at one: front door, telephone (recorded in the case as a referral)")
        << "its own name comes before its kind";
}

TEST(ReferralDraft, NamesTheFamilyOnceAndSaysWhereItComesFrom)
{
    Desk desk;
    desk.open().with_two_children();
    const FamilyTold told{lead, CaseRef{"A"}, "R. Marsh, mother", "the lead", today, "by telephone", "All.",
                          ""};
    desk.must(KeepRecord{told});
    desk.must(KeepRecord{told});
    const auto family =
        family_known(desk.now(), {CaseRef{"A"}}, {{CaseRef{"A"}, Tie::siblings, "Sam Marsh", "the mother"}});
    EXPECT_EQ(family,
              "A: R. Marsh, mother (parent or carer who was told)\n"
              "A: Sam Marsh, brother or sister (the child’s record, as said by the mother)");
}

TEST(ReferralDraft, LeavesOutTheFamilyOfAChildWhoIsNotReferred)
{
    Desk desk;
    desk.open().with_two_children();
    desk.must(KeepRecord{FamilyTold{lead, CaseRef{"B"}, "P. Hill, father", "the lead", today, "by telephone",
                                    "All.", "Wants to help."}});
    desk.must(KeepRecord{FamilyNotTold{lead, CaseRef{"A"}, "R. Marsh, mother", WhyNotTold::risk_at_home,
                                       "Not reached.", "the head", today, 24}});
    desk.must(AnswerAssessment{lead, {}, {{"R24", {"yes"}, "A cousin."}}, ""});
    const std::vector<KnownTie> ties{{CaseRef{"B"}, Tie::siblings, "Sam Hill", ""}};

    const auto words = referral_words_of(desk.now(), small_pack(), {CaseRef{"A"}}, {}, "", ties);
    EXPECT_EQ(words.family,
              "A: R. Marsh, mother (parent or carer; recorded as not told)\n"
              "Are brothers, sisters or other children at risk? Yes. A cousin. (fuller assessment)");
    EXPECT_EQ(words.parents, "A: R. Marsh, mother was not told. Not reached.");
    EXPECT_EQ(words.parents_know, Answer::no);

    const auto of_b = referral_words_of(desk.now(), small_pack(), {CaseRef{"B"}}, {}, "", ties);
    EXPECT_EQ(of_b.parents_know, Answer::yes);
    EXPECT_EQ(of_b.parents, "B: P. Hill, father was told. Wants to help.");
    EXPECT_NE(of_b.family.find("Sam Hill"), std::string::npos) << of_b.family;
    EXPECT_EQ(of_b.family.find("Marsh"), std::string::npos) << of_b.family;
}

TEST(ReferralDraft, SaysThatParentsKnowOnlyWhereEachWasToldAndNoneWasNot)
{
    Desk desk;
    desk.open().with_two_children();
    const std::vector both{CaseRef{"A"}, CaseRef{"B"}};
    const auto know = [&](const std::vector<CaseRef>& children) {
        return referral_words_of(desk.now(), small_pack(), children, {}, "").parents_know;
    };
    const auto told = [&](const char* child) {
        desk.must(KeepRecord{
            FamilyTold{lead, CaseRef{child}, "The mother", "the lead", today, "by telephone", "All.", ""}});
    };
    const auto not_told = [&](const char* child) {
        desk.must(KeepRecord{FamilyNotTold{lead, CaseRef{child}, "The father", WhyNotTold::risk_at_home,
                                           "Not safe yet.", "the head", today, 24}});
    };
    EXPECT_EQ(know(both), Answer::unknown);
    told("B");
    EXPECT_EQ(know(both), Answer::unknown) << "of one of them nobody said";
    EXPECT_EQ(know({CaseRef{"B"}}), Answer::yes);
    not_told("A");
    EXPECT_EQ(know(both), Answer::unknown) << "one family must not know";
    EXPECT_EQ(know({CaseRef{"A"}}), Answer::no);
    told("A");
    EXPECT_EQ(know({CaseRef{"A"}}), Answer::unknown) << "one parent knows, another doesn't";
    EXPECT_EQ(know(both), Answer::unknown);
}

TEST(ReferralDraft, ListsTheDevicesOfItsChildrenWhereTheyAreNow)
{
    Desk desk;
    desk.open().with_two_children();
    const auto taken = [&](std::optional<CaseRef> about, const char* device) {
        desk.must(KeepRecord{DeviceTaken{0, lead, std::move(about), device, "off", "the lead", today,
                                         "To keep it safe.", "Switched off.", "the office safe"}});
    };
    const auto moved = [&](int number, DeviceWent went, const char* reference) {
        desk.must(KeepRecord{DeviceMoved{number, lead, std::nullopt, today, went, "the lead", "the receiver",
                                         reference, "Agreed by the officer."}});
    };
    const auto devices = [&](const std::vector<CaseRef>& children) {
        return referral_words_of(desk.now(), small_pack(), children, {}, "").devices;
    };
    taken(CaseRef{"A"}, "a black telephone");
    taken(CaseRef{"B"}, "a blue tablet");
    taken(std::nullopt, "a grey laptop");
    EXPECT_EQ(devices({CaseRef{"A"}}),
              "A: a black telephone, off; kept at: the office safe\n"
              "a grey laptop, off; kept at: the office safe");
    moved(1, DeviceWent::to_police, "receipt 17");
    moved(2, DeviceWent::elsewhere_in_school, "the head's cupboard");
    moved(3, DeviceWent::returned, "signed for");
    EXPECT_EQ(devices({CaseRef{"A"}, CaseRef{"B"}}), "B: a blue tablet, off; kept at: the head's cupboard");
    EXPECT_EQ(devices({CaseRef{"A"}}), "");
    moved(1, DeviceWent::elsewhere_in_school, "the office safe again");
    EXPECT_EQ(devices({CaseRef{"A"}}), "A: a black telephone, off; kept at: the office safe again");
}

TEST(ReferralDraft, GoesOnFromAnotherButNotWithWhatWasSaidOfAChildWhomItLeavesOut)
{
    Referral followed;
    followed.id = ReferralId{"r-1"};
    followed.words.concern = "As corrected before it was sent.";
    followed.words.family = "A: R. Marsh. B: P. Hill.";
    followed.words.parents = "Both were told.";
    followed.words.devices = "A: a telephone. B: a tablet.";
    followed.words.support = "A: lunch club. B: a mentor.";
    followed.words.parents_know = Answer::yes;
    followed.words.called.words = "at noon";
    followed.children = {{CaseRef{"A"}, "Jo", "", "", "", "at home", "", "", ""},
                         {CaseRef{"B"}, "Al", "", "", "", "at school", "", "", ""}};
    BeginReferral of_both{
        ReferralId{"r-2"},
        Reference{"R-2"},
        lead,
        CaseId{"case"},
        {OrganisationId{"o"}, "Agency", AgencyKind::social_care},
        {},
        {},
        {{CaseRef{"A"}, "Jo", "", "", "", "", "", "", ""}, {CaseRef{"B"}, "Al", "", "", "", "", "", "", ""}}};
    of_both.words.family = "A: R. Marsh.";
    auto of_one = of_both;
    of_one.children.pop_back();

    go_on_from(of_both, followed);
    EXPECT_EQ(of_both.follows, ReferralId{"r-1"});
    EXPECT_EQ(of_both.words.called, EventTime{}) << "it was another agency that was rung";
    auto carried_on = followed.words;
    carried_on.called = {};
    EXPECT_EQ(of_both.words, carried_on);
    EXPECT_EQ(of_both.children, followed.children);

    go_on_from(of_one, followed);
    EXPECT_EQ(of_one.words.concern, "As corrected before it was sent.");
    EXPECT_EQ(of_one.words.family, "A: R. Marsh.") << "as the case has it of that child";
    EXPECT_EQ(of_one.words.parents, "");
    EXPECT_EQ(of_one.words.support, "");
    EXPECT_EQ(of_one.words.devices, "") << "another child's is not for whoever it goes to";
    EXPECT_EQ(of_one.words.parents_know, Answer::unknown);
    ASSERT_EQ(of_one.children.size(), 1U);
    EXPECT_EQ(of_one.children.front().now, "at home");
}

TEST(ReferralDraft, SaysOfTheCaseWhatWasSaidOfTheCase)
{
    Desk desk;
    desk.open().with_two_children().answer("known_vulnerability", "yes");
    desk.must(AnswerAssessment{lead, {}, {{"R16", {"send"}, "Since spring."}}, ""});
    const auto needs = needs_known(desk.now(), small_pack(), CaseRef{"B"});
    EXPECT_TRUE(needs.starts_with("Said of the case as a whole, not of one child:\n")) << needs;
    EXPECT_NE(needs.find("Fuller assessment: special educational needs or a disability. "
                         "Since spring."),
              std::string::npos)
        << needs;
}

TEST(ReferralDraft, FillsNeedsAndWorkersOfOneChildFromTheirOwnPlan)
{
    Desk desk;
    desk.open().with_two_children();
    desk.must(KeepRecord{SupportPlanMade{0, lead, CaseRef{"A"}, "At home.", "the form tutor", "", "A mentor.",
                                         "A family worker.", "British Sign Language", ""}});
    EXPECT_EQ(needs_known(desk.now(), small_pack(), CaseRef{"A"}), "Support plan: British Sign Language");
    EXPECT_EQ(workers_known(desk.now(), small_pack(), CaseRef{"A"}),
              "Adult whom the child chose to talk to (support plan): the form tutor\n"
              "Early help and other services (support plan): A family worker.");
    EXPECT_EQ(needs_known(desk.now(), small_pack(), CaseRef{"B"}), "") << "another child's plan is theirs";
    EXPECT_EQ(workers_known(desk.now(), small_pack(), CaseRef{"B"}), "");
}

TEST(ReferralDraft, SaysWhetherAChildHasASocialWorker)
{
    const auto of = with({{"has_social_worker", "yes"}});
    const auto workers = workers_known(of, small_pack(), CaseRef{"A"});
    EXPECT_TRUE(workers.starts_with("Said of the case as a whole, not of one child:\n")) << workers;
}

}  // namespace
}  // namespace safelead::record
