#include "record/risk_assessment.h"

#include "record/case_facts.h"
#include "record/kept_in.h"

#include <algorithm>

namespace safelead::record {

namespace {

bool says_yes(std::string_view value)
{
    return value == "yes" || value == "alleged";
}

// Somebody whose part nobody has said yet may have passed it on.
bool may_be_passed_on(const Case& of)
{
    if (!is_there_an_image(of)) return false;
    if (of.people.empty()) return true;
    return std::ranges::any_of(of.people, [](const CasePerson& person) {
        return !person.described || has_role(person, "sharer") || has_role(person, "recipient");
    });
}

bool can_matter(const Case& of, Matters when)
{
    switch (when) {
        case Matters::always:
            return true;
        case Matters::where_an_image_is:
            return is_there_an_image(of);
        case Matters::where_it_was_passed_on:
            return may_be_passed_on(of);
        case Matters::where_children_meet:
            return std::ranges::count_if(of.people, may_be_a_child) > 1;
    }
    throw_bug("a question matters in no way");
}

bool is_settled(const AssessmentAnswer* answer)
{
    if (answer == nullptr) return false;
    const bool known = std::ranges::any_of(
        answer->values, [](const std::string& value) { return value != guidance::unknown_value; });
    return known || (answer->values.empty() && !answer->words.empty());
}

/// What people's descriptions settle: every child in the image has an age, everybody a setting.
bool is_known_from_people(const Case& of, AlsoFrom from)
{
    if (of.people.empty()) return false;
    return std::ranges::all_of(of.people, [&](const CasePerson& person) {
        if (!person.described) return false;
        if (from == AlsoFrom::settings) return person.described->setting != guidance::unknown_value;
        return !has_role(person, "subject") || person.described->age_at_event.has_value();
    });
}

/// Whether it is written down of every child there is.
bool has_asked_each_child(const Case& of)
{
    bool any = false;
    for (const auto& person : of.people) {
        if (!may_be_a_child(person)) continue;
        if (wishes_of(of, person.ref).empty()) return false;
        any = true;
    }
    return any;
}

AssessmentItem item_of(const Case& of, const guidance::Pack& pack, const AssessmentQuestion& question)
{
    AssessmentItem item{&question, AssessmentStanding::to_ask, {}, {}, last_answer(of, question.id)};
    for (const auto fact : question.facts) {
        if (pack.question(fact) == nullptr) continue;
        (answered_in(of, fact) == guidance::unknown_value ? item.to_ask : item.known).push_back(fact);
    }
    if (!can_matter(of, question.when)) {
        item.standing = AssessmentStanding::cannot_matter;
        return item;
    }
    const bool facts_known = item.to_ask.empty();
    const bool has_own = question.choosing != Choosing::words_alone || question.facts.empty();
    bool own_known = !has_own || is_settled(item.answer) || (!item.known.empty() && facts_known);
    if (question.also_from == AlsoFrom::ages || question.also_from == AlsoFrom::settings)
        own_known = (own_known && !question.facts.empty()) || is_known_from_people(of, question.also_from);
    if (question.also_from == AlsoFrom::each_child) own_known = has_asked_each_child(of);
    if (facts_known && own_known) item.standing = AssessmentStanding::known;
    return item;
}

}  // namespace

const AssessmentAnswer* last_answer(const Case& of, std::string_view question)
{
    const AssessmentAnswer* last = nullptr;
    for (const auto& kept : kept_in<AssessmentAnswered>(of)) {
        const auto found = std::ranges::find(kept.it->answers, question, &AssessmentAnswer::question);
        if (found != kept.it->answers.end()) last = &*found;
    }
    return last;
}

std::vector<AssessmentItem> assessment_of(const Case& of, const guidance::Pack& pack)
{
    std::vector<AssessmentItem> items;
    for (const auto& question : assessment_questions()) items.push_back(item_of(of, pack, question));
    return items;
}

std::vector<FactAnswered> facts_implied(const Case& of, const std::vector<AssessmentAnswer>& answers)
{
    std::vector<FactAnswered> implied;
    for (const auto& answer : answers) {
        const auto* question = assessment_question(answer.question);
        if (question == nullptr) continue;
        for (const auto& [value, fact] : question->implies) {
            const bool chosen = std::ranges::find(answer.values, value) != answer.values.end();
            const bool there = says_yes(answered_in(of, fact)) ||
                               std::ranges::find(implied, fact, &FactAnswered::fact) != implied.end();
            if (chosen && !there) implied.push_back({std::string{fact}, "yes"});
        }
    }
    return implied;
}

std::string wishes_of(const Case& of, const CaseRef& about)
{
    std::string wishes;
    const auto add = [&wishes](const std::string& words) {
        if (!words.empty()) wishes += (wishes.empty() ? "" : "\n") + words;
    };
    // The last plan stands for those before it; what a child said stays said.
    std::string planned;
    for (const auto& plan : kept_in<SupportPlanMade>(of))
        if (plan.it->about == about) planned = plan.it->wishes;
    add(planned);
    for (const auto& talk : kept_in<ConversationHeld>(of))
        if (talk.it->about == about) add(talk.it->their_words);
    return wishes;
}

bool may_be_a_child(const CasePerson& person)
{
    constexpr int grown_up = 18;
    if (person.child) return true;
    if (!person.described) return true;
    const auto& described = *person.described;
    if (described.setting == to_text(guidance::Setting::staff)) return false;
    return described.age.value_or(described.age_at_event.value_or(0)) < grown_up;
}

}  // namespace safelead::record
