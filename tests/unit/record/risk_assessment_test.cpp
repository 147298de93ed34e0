// The fuller assessment: asked where it matters, nothing asked twice, and never a risk taken away.

#include "record/risk_assessment.h"

#include "record/kept_in.h"
#include "support/case_builders.h"
#include "support/packs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::lead;

const AssessmentItem& item(const std::vector<AssessmentItem>& items, std::string_view id)
{
    return *std::ranges::find_if(items, [&](const auto& one) { return one.question->id == id; });
}

AnswerAssessment said(std::vector<AssessmentAnswer> answers, std::vector<FactAnswered> facts = {})
{
    return {lead, std::move(facts), std::move(answers), ""};
}

Desk begun()
{
    Desk desk{test::pack("ukcis-2024"), test::pack("ukcis-2024")};
    desk.open().with_two_children();
    return desk;
}

TEST(RiskAssessment, HasEveryQuestionOfTheGuidanceOnce)
{
    std::set<std::string> numbers;
    std::set<std::string_view> ids;
    for (const auto& question : assessment_questions()) {
        EXPECT_TRUE(ids.insert(question.id).second) << question.id;
        std::string number{question.id};
        std::erase_if(number, [](char c) { return c >= 'a' && c <= 'z'; });
        numbers.insert(number);
    }
    EXPECT_EQ(numbers.size(), 24U);
    for (int i = 1; i <= 24; ++i) EXPECT_TRUE(numbers.contains("R" + std::to_string(i))) << i;
}

TEST(RiskAssessment, SpeaksOfFactsAndRulesOfTheLiveEditionOnly)
{
    const auto& pack = test::pack("ukcis-2024");
    for (const auto& question : assessment_questions()) {
        for (const auto fact : question.facts) EXPECT_NE(pack.question(fact), nullptr) << fact;
        for (const auto code : question.bears_on) EXPECT_NE(pack.find_term(code), nullptr) << code;
        for (const auto& [value, fact] : question.implies) {
            EXPECT_NE(std::ranges::find(question.values, value), question.values.end()) << value;
            EXPECT_TRUE(pack.vocabulary().check(fact, "yes")) << fact;
        }
    }
}

TEST(RiskAssessment, AsksNothingTwice)
{
    Desk desk = begun();
    const auto& pack = test::pack("ukcis-2024");
    const auto before = assessment_of(desk.now(), pack);
    EXPECT_EQ(item(before, "R9").standing, AssessmentStanding::to_ask);
    EXPECT_FALSE(item(before, "R9").to_ask.empty());
    Case known = desk.now();
    known.answers.insert_or_assign("capacity_concern", Established{"no", lead, {}, ""});
    const auto after = assessment_of(known, pack);
    EXPECT_EQ(item(after, "R9").standing, AssessmentStanding::known);
    EXPECT_TRUE(item(after, "R9").to_ask.empty());
}

TEST(RiskAssessment, LeavesOutWhatCannotMatterAndOnlyThat)
{
    Desk desk = begun();
    const auto& pack = test::pack("ukcis-2024");
    Case words = desk.now();
    words.answers.insert_or_assign("medium", Established{"text", lead, {}, ""});
    const auto items = assessment_of(words, pack);
    for (const auto* id : {"R2", "R6", "R8a", "R10", "R11", "R12", "R13", "R14", "R21"})
        EXPECT_EQ(item(items, id).standing, AssessmentStanding::cannot_matter) << id;
    for (const auto* id : {"R4", "R5", "R7", "R15", "R16", "R17", "R18", "R19", "R22", "R24"})
        EXPECT_NE(item(items, id).standing, AssessmentStanding::cannot_matter) << id;
    // Not known is not no: with nothing known, everything about an image can matter.
    for (const auto& one : assessment_of(desk.now(), pack))
        EXPECT_NE(one.standing, AssessmentStanding::cannot_matter) << one.question->id;
}

TEST(RiskAssessment, ChangesTheFactsThatAnAnswerSaysYesTo)
{
    Desk desk = begun();
    const auto events = desk.must(said({{"R6", {"asked", "pressured"}, ""}}));
    EXPECT_TRUE(std::holds_alternative<AssessmentAnswered>(events.front()));
    EXPECT_EQ(desk.now().answers.at("coercion").value, "yes");
    const auto met = desk.now().advice->advice.criteria;
    EXPECT_TRUE(std::ranges::any_of(met, [](const auto& code) { return code.text() == "C2"; }));
}

TEST(RiskAssessment, NeverTakesARiskAway)
{
    Desk desk = begun();
    desk.answer("coercion", "alleged");
    desk.must(said({{"R6", {"agreed"}, ""}, {"R8b", {"no"}, ""}, {"R18", {"none"}, ""}}));
    EXPECT_EQ(desk.now().answers.at("coercion").value, "alleged");
    for (const auto& question : assessment_questions())
        for (const auto value : question.values)
            for (const auto& fact :
                 facts_implied(Case{}, {{std::string{question.id}, {std::string{value}}, ""}}))
                EXPECT_EQ(fact.value, "yes");
}

TEST(RiskAssessment, RefusesTwoThingsAtOnceAndWhatItDoesNotAsk)
{
    Desk desk = begun();
    EXPECT_EQ(desk.refused(said({{"R6", {"pressured"}, ""}}, {{"coercion", "no"}})),
              (CaseRefusal{CaseRefused::two_things_said, {"coercion"}}));
    EXPECT_EQ(desk.refused(said({{"R18", {"none", "threats"}, ""}})).why, CaseRefused::two_things_said);
    EXPECT_EQ(desk.refused(said({{"R18", {"unknown", "threats"}, ""}})).why, CaseRefused::two_things_said);
    EXPECT_EQ(desk.refused(said({{"R8a", {"yes", "no"}, ""}})).why, CaseRefused::unknown_value);
    EXPECT_EQ(desk.refused(said({{"R25", {}, "x"}})).why, CaseRefused::unknown_value);
    EXPECT_EQ(desk.refused(said({})).why, CaseRefused::no_reason);
    EXPECT_EQ(desk.refused(said({{"R23", {}, std::string(20'001, 'a')}})).why, CaseRefused::text_too_long);
    EXPECT_EQ(desk.refused(said({{"R22", {}, "x"}})).why, CaseRefused::unknown_value)
        << "what a child wishes would stay in the shared part";
}

TEST(RiskAssessment, TakesWhatEachChildWishesFromTheirOwnRecords)
{
    Desk desk = begun();
    const auto& pack = test::pack("ukcis-2024");
    const auto standing = [&] { return item(assessment_of(desk.now(), pack), "R22").standing; };
    std::vector<CaseRef> children;
    for (const auto& person : desk.now().people)
        if (may_be_a_child(person)) children.push_back(person.ref);
    ASSERT_FALSE(children.empty());
    for (const auto& ref : children) {
        EXPECT_EQ(standing(), AssessmentStanding::to_ask);
        EXPECT_EQ(wishes_of(desk.now(), ref), "");
        desk.must(KeepRecord{ConversationHeld{
            lead, ref, "The child", {"at break", {}, {}}, "", "", "To be left alone.", "", ""}});
        EXPECT_EQ(wishes_of(desk.now(), ref), "To be left alone.");
    }
    EXPECT_EQ(standing(), AssessmentStanding::known);
}

TEST(SupportNeeds, FollowThePartThatAChildHad)
{
    Desk desk = begun();
    const auto of = desk.now();
    const auto parts = [&](const CasePerson& person) {
        std::set<PartHad> had;
        for (const auto& need : needs_of(of, person)) had.insert(need.part);
        return had;
    };
    CasePerson child{CaseRef{"Z"}, ChildId{"child-9"}, "", {}};
    EXPECT_EQ(parts(child), std::set{PartHad::stood_by});
    child.described = PersonDescribed{lead, child.ref, {"subject", "sharer"}, {}, 14, 14, "known", ""};
    EXPECT_EQ(parts(child), std::set{PartHad::in_the_image});
    child.described->roles = {"threatener", "recipient"};
    EXPECT_EQ(parts(child), (std::set{PartHad::shared_or_pressured, PartHad::received}));
    child.child.reset();
    child.described->age = 30;
    EXPECT_TRUE(parts(child).empty());
}

TEST(SupportNeeds, WhatIsDeclinedSaysWhy)
{
    Desk desk = begun();
    const auto person = desk.now().people.front();
    const auto need = needs_of(desk.now(), person).front();
    const auto answer = [&](NeedState state, std::string words) {
        return KeepRecord{NeedsAnswered{lead, person.ref, {{std::string{need.id}, state, std::move(words)}}}};
    };
    EXPECT_EQ(desk.refused(answer(NeedState::declined, " ")),
              (CaseRefusal{CaseRefused::no_reason, {std::string{need.id}}}));
    desk.must(answer(NeedState::offered, ""));
    desk.must(answer(NeedState::declined, "Not yet, the child says."));
    EXPECT_EQ(need_answer(desk.now(), person.ref, need.id)->state, NeedState::declined);
    EXPECT_EQ(
        desk.refused(KeepRecord{NeedsAnswered{lead, person.ref, {{"a_new_one", NeedState::offered, ""}}}})
            .why,
        CaseRefused::unknown_value);
    EXPECT_EQ(desk.refused(KeepRecord{NeedsAnswered{lead, CaseRef{"Q"}, {}}}).why, CaseRefused::nobody_such);
}

}  // namespace
}  // namespace safelead::record
