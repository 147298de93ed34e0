#pragma once

// The fuller assessment after the initial review: which question is asked when, what an answer says of the
// facts, and what the rules make of it. No score: what is unresolved and what is met is what one sees.
//
// 1. A question whose facts are known is shown with them, and not asked again.
// 2. A question that can't matter in this incident is not asked, and is named as not asked.
// 3. An answer only ever says yes to a fact: no choice of words here takes a risk away.

#include "guidance/pack.h"
#include "record/case.h"
#include "record/kept_events.h"

#include <span>
#include <string_view>
#include <vector>

namespace safelead::record {

/// When a question can matter.
enum class Matters { always, where_an_image_is, where_it_was_passed_on, where_children_meet };

/// What else the case knows of what a question asks. What each child wishes is written of each child, in
/// their own part of the case, and never here, where it would stay when one of them is erased.
enum class AlsoFrom { nothing, ages, settings, removals, spread, each_child };

/// Choosing `value` says yes to `fact`.
struct Implied {
    std::string_view value;
    std::string_view fact;
};

enum class Choosing { words_alone, one, several };

struct AssessmentQuestion {
    std::string_view id;  ///< "R6"; a question in parts has an id for each: "R8a".
    Matters when;
    Choosing choosing;
    std::span<const std::string_view> facts;   ///< Asked as the edition asks them.
    std::span<const std::string_view> values;  ///< To choose from, besides "unknown".
    std::span<const Implied> implies;
    std::span<const std::string_view> bears_on;  ///< Criteria, safety rules and indicators, by their codes.
    AlsoFrom also_from = AlsoFrom::nothing;
};

/// All of them, in the order of the guidance.
[[nodiscard]] std::span<const AssessmentQuestion> assessment_questions();
[[nodiscard]] const AssessmentQuestion* assessment_question(std::string_view id);

enum class AssessmentStanding { to_ask, known, cannot_matter };

struct AssessmentItem {
    const AssessmentQuestion* question;
    AssessmentStanding standing;
    std::vector<std::string_view> to_ask;  ///< Facts not known.
    std::vector<std::string_view> known;   ///< Facts that are.
    const AssessmentAnswer* answer;        ///< The last; null if there is none. Lasts as long as the case.
};

[[nodiscard]] std::vector<AssessmentItem> assessment_of(const Case& of, const guidance::Pack& pack);

/// The last answer to a question, by its id; null if there is none. Lasts as long as the case.
[[nodiscard]] const AssessmentAnswer* last_answer(const Case& of, std::string_view question);

/// Facts that the answers say yes to and that do not stand so yet, each once.
[[nodiscard]] std::vector<FactAnswered> facts_implied(const Case& of,
                                                      const std::vector<AssessmentAnswer>& answers);

/// What part a child had, as far as what they need goes. A child may have several.
enum class PartHad { in_the_image, shared_or_pressured, received, stood_by, pressed_for_money };

struct SupportNeed {
    std::string_view id;
    PartHad part;
};

/// What somebody in the case needs by the parts they had; nothing for an adult. Whose part is not known has
/// the needs of those who stood by until it is.
[[nodiscard]] std::vector<SupportNeed> needs_of(const Case& of, const CasePerson& person);
[[nodiscard]] std::span<const SupportNeed> all_needs();

/// The last answer to each need of one child.
[[nodiscard]] const NeedAnswer* need_answer(const Case& of, const CaseRef& about, std::string_view need);

/// What one child wishes and what worries them, as their support plan and their conversations have it, word
/// for word; empty if nobody wrote it down.
[[nodiscard]] std::string wishes_of(const Case& of, const CaseRef& about);

/// Whether it is a child, or may be one.
[[nodiscard]] bool may_be_a_child(const CasePerson& person);

}  // namespace safelead::record
