// The fuller assessment, what each child needs, and what comes back: an agency's answer, something new.

#include "record/decide_kept.h"
#include "record/kept_in.h"
#include "record/risk_assessment.h"
#include "record/waited_for.h"

#include <algorithm>

namespace safelead::record {

namespace {

Result<Done, CaseRefusal> check_answer(const AssessmentAnswer& answer)
{
    const auto* question = assessment_question(answer.question);
    if (question == nullptr || question->also_from == AlsoFrom::each_child)
        return refuse(CaseRefused::unknown_value, {answer.question});
    if (question->choosing == Choosing::one && answer.values.size() > 1)
        return refuse(CaseRefused::unknown_value, {answer.question});
    for (const auto& value : answer.values) {
        const bool known = value == guidance::unknown_value ||
                           std::ranges::find(question->values, value) != question->values.end();
        if (!known) return refuse(CaseRefused::unknown_value, {answer.question});
    }
    // "None" or "not known" beside another answer says two things at once.
    const bool alone = std::ranges::any_of(answer.values, [](const std::string& value) {
        return value == guidance::unknown_value || value == "none";
    });
    if (alone && answer.values.size() > 1) return refuse(CaseRefused::two_things_said, {answer.question});
    if (!fits_account(answer.words)) return refuse(CaseRefused::text_too_long, {answer.question});
    return Done{};
}

/// The facts that somebody answered, and those that the other answers say yes to. What was answered beside
/// them is not said over.
std::vector<FactAnswered> all_facts(const Case& state, const AnswerAssessment& answer)
{
    auto facts = answer.facts;
    for (auto& implied : facts_implied(state, answer.answers)) {
        const auto found = std::ranges::find(facts, implied.fact, &FactAnswered::fact);
        if (found == facts.end())
            facts.push_back(std::move(implied));
        else if (found->value == guidance::unknown_value)
            found->value = implied.value;
    }
    return facts;
}

/// A fact answered no beside an answer that says yes to it.
std::vector<std::string> contradicted(const Case& state, const AnswerAssessment& answer)
{
    std::vector<std::string> facts;
    for (const auto& implied : facts_implied(state, answer.answers)) {
        const auto found = std::ranges::find(answer.facts, implied.fact, &FactAnswered::fact);
        if (found != answer.facts.end() && found->value == "no") facts.push_back(implied.fact);
    }
    return facts;
}

/// Asking again is for the referral that it is of; where nobody can tell, for the last.
std::vector<std::string> steps_of_agency(const Case& state, const AgencyAnswered& answered)
{
    std::vector<std::string> steps;
    for (const auto place : referrals_meant_by(state, answered))
        steps.push_back("agency-answer:" + std::to_string(place + 1));
    if (steps.empty()) steps.push_back("agency-answer:" + std::to_string(state.referrals.size()));
    return steps;
}

std::string_view what_to_look_at(NewThing kind)
{
    switch (kind) {
        case NewThing::image_again:
            return "The image has appeared again: answer again how far it was shared, help with taking it "
                   "down, and decide again.";
        case NewThing::new_child:
            return "A new child: add them under People, say what they did, and decide again.";
        case NewThing::new_setting:
            return "A new school or setting: record it under People, contact their lead, and decide again.";
        case NewThing::new_adult:
            return "A new adult: add them under People, answer again whether an adult is involved, and "
                   "decide again.";
        case NewThing::family_information:
        case NewThing::agency_information:
        case NewThing::worse_distress:
        case NewThing::not_deleted:
        case NewThing::something_else:
            return "Something new: answer again the questions that it changes, and decide again.";
    }
    throw_bug("something new of no kind");
}

}  // namespace

CaseDecided decided(const Case& state, const AnswerAssessment& answer, const Circumstances& c)
{
    if (answer.answers.empty() && answer.facts.empty()) return refuse(CaseRefused::no_reason, {"answers"});
    for (const auto& one : answer.answers) SL_TRY(check_answer(one));
    if (auto both = contradicted(state, answer); !both.empty())
        return refuse(CaseRefused::two_things_said, std::move(both));
    SL_TRY(check_said({}, {{"told_by", answer.told_by}}));

    std::vector<CaseEvent> events;
    if (!answer.answers.empty())
        events.emplace_back(AssessmentAnswered{answer.by, answer.answers, answer.told_by});
    auto facts = all_facts(state, answer);
    if (facts.empty()) return events;
    auto answered = SL_TRY(decided(state, AnswerFacts{answer.by, std::move(facts), answer.told_by}, c));
    std::ranges::move(answered, std::back_inserter(events));
    return events;
}

CaseDecided kept(const Case& state, AssessmentAnswered answered, const Circumstances& c)
{
    return decided(state, AnswerAssessment{answered.by, {}, answered.answers, answered.told_by}, c);
}

CaseDecided kept(const Case& state, NeedsAnswered answered, const Circumstances&)
{
    if (answered.needs.empty()) return refuse(CaseRefused::no_reason, {"needs"});
    const auto person = std::ranges::find(state.people, answered.about, &CasePerson::ref);
    const auto wanted = needs_of(state, *person);
    for (const auto& need : answered.needs) {
        if (std::ranges::find(wanted, need.need, &SupportNeed::id) == wanted.end())
            return refuse(CaseRefused::unknown_value, {need.need});
        const bool wants_why = need.state == NeedState::declined || need.state == NeedState::not_needed;
        if (wants_why && is_blank(need.words)) return refuse(CaseRefused::no_reason, {need.need});
        if (!fits_account(need.words)) return refuse(CaseRefused::text_too_long, {need.need});
    }
    return std::vector<CaseEvent>{std::move(answered)};
}

// Nobody answered yet, and somebody asked: the next look is set, for silence is not an answer.
CaseDecided kept(const Case& state, AgencyAnswered answered, const Circumstances& c)
{
    using Unit = guidance::Deadline::Unit;
    if (state.referrals.empty()) return refuse(CaseRefused::referral_not_recorded);
    SL_TRY(check_said({{"agency", answered.agency}, {"said", answered.said}},
                      {{"person", answered.person}, {"when", answered.when.words}}));
    const auto steps = steps_of_agency(state, answered);
    std::vector<CaseEvent> events;
    for (const auto& step : steps)
        std::ranges::move(settle_step(state, step, answered.by, "The agency was asked or answered again."),
                          std::back_inserter(events));
    if (answered.answer == AgencyAnswer::chased)
        events.emplace_back(follow_up(c, steps.back(), "Ask " + answered.agency + " again for their answer.",
                                      {Unit::working_days, 1},
                                      "an agency that is silent is asked again within a working day"));
    events.insert(events.begin(), std::move(answered));
    return events;
}

CaseDecided kept(const Case& state, SomethingNew something, const Circumstances& c)
{
    using Unit = guidance::Deadline::Unit;
    SL_TRY(check_said({{"words", something.words}},
                      {{"when", something.when.words}, {"told_by", something.told_by}}));
    // What is new may be about one child alone, and goes when the child is erased: the reason to reopen does
    // not say it over.
    std::vector<CaseEvent> events{something};
    if (state.state == CaseState::closed)
        events.emplace_back(CaseReopened{something.by, "Something new was recorded."});
    events.emplace_back(follow_up(c, "something-new", std::string{what_to_look_at(something.kind)},
                                  {Unit::same_school_day, 0},
                                  "something new is looked at on the same school day"));
    return events;
}

}  // namespace safelead::record
