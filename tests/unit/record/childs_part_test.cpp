// One child's part of a case; what it has meant for them; cases that hang together.

#include "record/childs_part.h"

#include "record/linked_cases.h"
#include "record/whom_about.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::head;
using tests::lead;

const EventTime today{"today", std::nullopt, std::nullopt};

Desk settled()
{
    Desk desk;
    desk.open().with_two_children().answered();
    desk.must(tests::not_referring("SCHOOL_MANAGE"));
    desk.must(SignOffDecision{1, head, std::nullopt});
    return desk;
}

ChildId child_of(const Case& of, std::string_view ref)
{
    const auto found = std::ranges::find(of.people, CaseRef{std::string{ref}}, &CasePerson::ref);
    return found->child.value_or(ChildId{"nobody"});
}

bool has(const ChildsPart& part, const auto& is_it)
{
    return std::ranges::any_of(part.lines, is_it);
}

TEST(ChildsPart, HoldsNothingThatIsAboutSomebodyElseAlone)
{
    Desk desk = settled();
    desk.must(KeepRecord{SupportPlanMade{0, lead, CaseRef{"B"}, "Safe", "", "", "Support", "", "", ""}});
    desk.must(KeepRecord{SupportPlanMade{0, lead, CaseRef{"A"}, "Safe", "", "", "Support", "", "", ""}});
    desk.must(KeepRecord{FamilyNotTold{lead, CaseRef{"B"}, "A carer", {}, "Risk", "Social care", today, 24}});
    const auto correct = [&](auto is_event) {
        for (const auto& happened : desk.now().history)
            if (is_event(*happened.event)) return static_cast<int>(happened.position);
        return 0;
    };
    const auto of_b =
        correct([](const CaseEvent& event) { return std::holds_alternative<FamilyNotTold>(event); });
    desk.must(KeepRecord{EntryCorrected{lead, of_b, "Risk", "Worry", "Asked again"}});

    const auto part = childs_part(desk.now(), {}, {child_of(desk.now(), "A")});
    EXPECT_EQ(part.own, std::vector<CaseRef>{CaseRef{"A"}});
    EXPECT_FALSE(has(part, [](const Line& line) { return line.about == CaseRef{"B"}; }));
    EXPECT_FALSE(has(part, [](const Line& line) { return line.kind == LineKind::corrected; }));
    std::size_t plan_tasks = 0;
    for (const auto& line : part.lines)
        if (line.in_case)
            if (const auto* task = std::get_if<TaskSet>(line.in_case.get())) {
                EXPECT_FALSE(task->step.starts_with("family-again:B")) << task->step;
                EXPECT_FALSE(task->step.starts_with("plan-review:1:")) << task->step;
                plan_tasks += task->step.starts_with("plan-review:2:") ? 1U : 0U;
            }
    EXPECT_EQ(plan_tasks, 3U);
    EXPECT_TRUE(has(part, [](const Line& line) { return line.kind == LineKind::decision_made; }));
}

/// The case as it is read once the part of the one with that letter is erased.
Case without_part_of(const Case& of, const CaseRef& erased)
{
    Case left;
    for (const auto& happened : of.history) {
        // A correction lay in the part that all share until docs/adr/0252, whomever it was about.
        const bool lay_in_all = std::holds_alternative<EntryCorrected>(*happened.event);
        if (lay_in_all || whom_about(of, *happened.event) != WhomAbout{erased})
            left = evolve(std::move(left), happened);
    }
    return left;
}

TEST(ChildsPart, HoldsNoCorrectionOfWhatWasErasedWithSomebodyElse)
{
    Desk desk = settled();
    const auto keep_and_correct = [&](std::string_view ref) {
        desk.must(KeepRecord{
            ImpactNoted{lead, CaseRef{std::string{ref}}, ImpactOn::own_words, today, "I am well.", ""}});
        const auto entry = static_cast<int>(desk.now().history.back().position);
        desk.must(KeepRecord{EntryCorrected{lead, entry, "Well", "Better", "Asked again"}});
        const auto correction = static_cast<int>(desk.now().history.back().position);
        desk.must(KeepRecord{EntryCorrected{lead, correction, "Better", "Best", "Asked once more"}});
    };
    keep_and_correct("A");
    keep_and_correct("B");
    const auto corrections_in = [](const Case& of) {
        return std::ranges::count(childs_part(of, {}, {child_of(of, "A")}).lines, LineKind::corrected,
                                  &Line::kind);
    };
    EXPECT_EQ(corrections_in(desk.now()), 2) << "a correction of a correction, too";
    const auto left = without_part_of(desk.now(), CaseRef{"B"});
    ASSERT_EQ(std::ranges::count_if(left.history,
                                    [](const auto& happened) {
                                        return std::holds_alternative<EntryCorrected>(*happened.event);
                                    }),
              4);
    EXPECT_EQ(corrections_in(left), 2);
}

TEST(ChildsPart, OfTwoRecordsOfOneChildHoldsBoth)
{
    Desk desk = settled();
    const auto part = childs_part(desk.now(), {}, {child_of(desk.now(), "A"), child_of(desk.now(), "B")});
    EXPECT_EQ(part.own.size(), 2U);
    EXPECT_TRUE(std::ranges::none_of(part.others, [](const SeenAs& other) {
        return other.ref == CaseRef{"A"} || other.ref == CaseRef{"B"};
    }));
}

TEST(ChildsPart, OfSomebodyWhoIsNotInItHoldsNothing)
{
    Desk desk = settled();
    EXPECT_TRUE(childs_part(desk.now(), {}, {ChildId{"somebody else"}}).lines.empty());
}

TEST(Impact, IsAboutOneChildAndSaysSomething)
{
    Desk desk = settled();
    EXPECT_EQ(desk.refused(KeepRecord{ImpactNoted{lead, CaseRef{"A"}, ImpactOn::safety, today, " ", ""}}).why,
              CaseRefused::no_reason);
    EXPECT_EQ(desk.refused(KeepRecord{ImpactNoted{lead, CaseRef{"Z"}, ImpactOn::safety, today, "X", ""}}).why,
              CaseRefused::nobody_such);
    desk.must(KeepRecord{ImpactNoted{lead, CaseRef{"A"}, ImpactOn::own_words, today, "I feel better.", ""}});
    desk.must(KeepRecord{ImpactNoted{lead, CaseRef{"B"}, ImpactOn::attendance, today, "Away.", "Tutor"}});
    const auto lines = impact_lines(childs_part(desk.now(), {}, {child_of(desk.now(), "A")}).lines);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(std::get<ImpactNoted>(*lines.front().in_case).words, "I feel better.");
}

TEST(LinkedCases, StandUntilTheyAreTakenAwayAndNeedAReason)
{
    Desk desk = settled();
    const std::string other = "L-0000-0001";
    const auto link = [&](const std::string& to, const std::string& words) {
        return KeepRecord{CasesLinked{lead, to, WhyLinked::same_image, words}};
    };
    EXPECT_EQ(desk.refused(link(other, "")).why, CaseRefused::no_reason);
    EXPECT_EQ(desk.refused(link(std::string{desk.now().reference.text()}, "X")).why,
              CaseRefused::linked_already);
    desk.must(link(other, "The same image."));
    EXPECT_EQ(linked_cases(desk.now()).size(), 1U);
    EXPECT_EQ(desk.refused(link(other, "Again")).why, CaseRefused::linked_already);
    EXPECT_EQ(desk.refused(KeepRecord{CasesUnlinked{lead, "L-0000-0002", "X"}}).why, CaseRefused::not_linked);
    desk.must(KeepRecord{CasesUnlinked{lead, other, "Another image."}});
    EXPECT_TRUE(linked_cases(desk.now()).empty());
    desk.must(link(other, "The same image after all."));
    EXPECT_NE(link_to(desk.now(), other), nullptr);
}

}  // namespace
}  // namespace safelead::record
