// Parents and carers, conversations, and each child's support.

#include "record/decide_kept.h"
#include "record/kept_in.h"

namespace safelead::record {

namespace {

using Unit = guidance::Deadline::Unit;

std::string step_of_family(const CaseRef& about)
{
    return "family-again:" + std::string{about.text()};
}

std::string step_of_review(int plan, int week)
{
    return "plan-review:" + std::to_string(plan) + ":" + std::to_string(week);
}

int week_of(ReviewWeek week)
{
    switch (week) {
        case ReviewWeek::first:
            return 1;
        case ReviewWeek::fourth:
            return 4;
        case ReviewWeek::twelfth:
            return 12;
    }
    throw_bug("a review is at none of the three weeks");
}

}  // namespace

CaseDecided kept(const Case& state, FamilyTold told, const Circumstances&)
{
    SL_TRY(check_said({{"whom", told.whom}, {"teller", told.teller}, {"how", told.how}, {"said", told.said}},
                      {{"when", told.when.words}, {"their_view", told.their_view}}));
    auto events = settle_step(state, step_of_family(told.about), told.by, "They were told.");
    events.insert(events.begin(), std::move(told));
    return events;
}

// Not to tell is looked at again within a day, by the clock: a weekend does not stop it.
CaseDecided kept(const Case& state, FamilyNotTold not_told, const Circumstances& c)
{
    constexpr int longest = 24;
    SL_TRY(check_said({{"whom", not_told.whom}, {"words", not_told.words}, {"agreed_by", not_told.agreed_by}},
                      {{"when", not_told.when.words}}));
    if (not_told.again_in_hours < 1 || not_told.again_in_hours > longest)
        return refuse(CaseRefused::too_long_a_wait, {"again_in_hours"});
    const auto step = step_of_family(not_told.about);
    auto events = settle_step(state, step, not_told.by, "Looked at again; the next look is set.");
    events.emplace_back(follow_up(
        c, step,
        "Look again at whether the family of " + std::string{not_told.about.text()} + " can be told now.",
        {Unit::hours, not_told.again_in_hours}, "not telling is looked at again within 24 hours"));
    events.insert(events.begin(), std::move(not_told));
    return events;
}

CaseDecided kept(const Case&, ConversationHeld held, const Circumstances&)
{
    SL_TRY(check_said({{"with", held.with}}, {{"when", held.when.words},
                                              {"where", held.where},
                                              {"present", held.present},
                                              {"their_words", held.their_words},
                                              {"writers_view", held.writers_view},
                                              {"agreed", held.agreed}}));
    if (is_blank(held.their_words) && is_blank(held.writers_view) && is_blank(held.agreed))
        return refuse(CaseRefused::nothing_said, {"their_words"});
    return std::vector<CaseEvent>{std::move(held)};
}

CaseDecided kept(const Case& state, SupportPlanMade plan, const Circumstances& c)
{
    SL_TRY(check_said({{"safety", plan.safety}, {"support", plan.support}},
                      {{"trusted_adult", plan.trusted_adult},
                       {"separation", plan.separation},
                       {"early_help", plan.early_help},
                       {"language", plan.language},
                       {"wishes", plan.wishes}}));
    plan.number = next_number<SupportPlanMade>(state);
    std::vector<CaseEvent> events;
    // A new plan for the same child takes the place of the one before, with its reviews.
    for (const auto& earlier : kept_in<SupportPlanMade>(state)) {
        if (earlier.it->about != plan.about) continue;
        for (const int week : {1, 4, 12}) {
            for (auto& done : settle_step(state, step_of_review(earlier.it->number, week), plan.by,
                                          "A new plan was made."))
                events.push_back(std::move(done));
        }
    }
    constexpr int days_a_week = 7;
    for (const int week : {1, 4, 12}) {
        events.emplace_back(
            follow_up(c, step_of_review(plan.number, week),
                      "Review the support and safety plan of " + std::string{plan.about.text()} + ", week " +
                          std::to_string(week) + ".",
                      {Unit::days, week * days_a_week}, "plans are reviewed at 1, 4 and 12 weeks"));
    }
    events.insert(events.begin(), std::move(plan));
    return events;
}

CaseDecided kept(const Case& state, SupportPlanReviewed review, const Circumstances&)
{
    SL_TRY(check_said({{"how_they_are", review.how_they_are}, {"what_changes", review.what_changes}},
                      {{"when", review.when.words}}));
    const auto* plan = numbered<SupportPlanMade>(state, review.number);
    if (plan == nullptr) return refuse(CaseRefused::nobody_such, {"number"});
    review.about = plan->about;
    auto events = settle_step(state, step_of_review(review.number, week_of(review.week)), review.by,
                              "Reviewed; the record is in the case.");
    events.insert(events.begin(), std::move(review));
    return events;
}

}  // namespace safelead::record
