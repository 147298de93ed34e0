#pragma once

// Deciding is arithmetic.
//
// A pack and the facts go in; advice and the reasons for it come out. Nothing in this module reads a clock, a
// file, a locale, a database or a random number, so advice given today can be given again, byte for byte, in
// twenty years.
//
// Not knowing is an answer. Every fact is yes, no or unknown ("alleged" counts as yes), and a rule that asks
// for yes is met by yes alone. What is unknown is not passed over: a table of its own (`Advice::unresolved`)
// says which unknowns matter, any of them keeps a school from managing alone, and `Advice::ask_next` names
// every fact whose answer could still change the category, the route or a criterion. No unanswered question
// ever counts as "no".

#include "guidance/facts.h"
#include "guidance/pack.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::decision {

/// A line of the answer and the rule that gave it, so that it can be checked against the guidance.
struct Because {
    guidance::Code gives;
    guidance::RuleId rule;
    std::string source;  ///< "document, edition, section"
    guidance::Standing standing;

    bool operator==(const Because&) const = default;
};

/// What an edition says of the facts. Advice only: a person decides.
struct Advice {
    guidance::EditionId edition;
    std::vector<guidance::OverlayId> overlays;  ///< That were laid on the edition, in the order asked for.
    guidance::Code category;
    guidance::Code route;                   ///< The least that should be done.
    std::optional<guidance::Code> consult;  ///< Whom to consult; nothing unless the route is to consult.
    std::vector<guidance::Code> criteria;
    std::vector<guidance::Code> safety_rules;
    std::vector<guidance::Code> indicators;
    std::vector<guidance::FactId> unresolved;  ///< In alphabetical order; also subject_age and person_age.
    std::vector<guidance::Code> flags;         ///< Some may be for officers only: Pack::is_shown_to_schools.
    std::vector<guidance::FactId> ask_next;    ///< Most decisive first; also subject_age and person_age.
    std::vector<Because> because;  ///< In the order of the tables; every member above has its line.

    bool operator==(const Advice&) const = default;
};

/// What `pack` says about `facts`. A fact or a value that this edition does not know counts as unknown.
[[nodiscard]] Advice evaluate(const guidance::Pack& pack, const guidance::Facts& facts);

/// The facts whose answer could still change the category, the route or a criterion: those for which there is
/// some way of answering the others (or leaving them unknown) under which this answer makes a difference.
/// Most decisive first. People whose age is missing or not known stand as subject_age and person_age.
[[nodiscard]] std::vector<guidance::FactId> ask_next(const guidance::Pack& pack,
                                                     const guidance::Facts& facts);

}  // namespace safelead::decision
