#pragma once

// What the safeguarding lead has still to find out, say or do in a case: the questions in the order in which
// to ask them, what has to be said before a school decides not to refer, and how soon the case wants looking
// at.

#include "guidance/pack.h"
#include "record/case.h"

#include <string>
#include <vector>

namespace safelead::record {

enum class Asked {
    never,
    not_known,  ///< Somebody was asked, or looked, and it is not known.
    answered,
};

struct OpenQuestion {
    const guidance::Question* question;  ///< Of the pack, and lasts as long as it does.
    Asked asked;
    bool decisive;              ///< The answer could still change the category, the route or a criterion.
    const Established* answer;  ///< As it stands in the case; null if never asked.
};

/// Every question of the edition: the decisive ones first, in the order of what changes most; then the others
/// not yet answered; then those answered, in the order of the edition. Ages are asked with the people.
[[nodiscard]] std::vector<OpenQuestion> questions_of(const Case& of, const guidance::Pack& pack);

/// Questions of yes or no that could change the advice and that nobody has asked: somebody who has asked
/// about each of them may answer no to all that are left at once. Danger and harm are never among them.
[[nodiscard]] std::vector<std::string> askable_at_once(const Case& of, const guidance::Pack& pack);

/// People in the case of whom nobody has said yet what they did: their part is not known, and not known is
/// not none.
[[nodiscard]] std::vector<CaseRef> not_yet_described(const Case& of);

/// What is still not known and could raise the route: `MakeDecision` not to refer needs a line for each.
/// Facts by their id (subject_age and person_age too), most decisive first; then "role:B" for each person not
/// yet described.
[[nodiscard]] std::vector<std::string> unknowns_to_say(const Case& of, const guidance::Pack& pack);

/// Whether the route is one in which the school manages by itself: it neither refers nor consults.
[[nodiscard]] bool manages_alone(const guidance::Pack& pack, std::string_view route);

/// Tasks neither done nor dropped, the soonest due first.
[[nodiscard]] std::vector<const Task*> tasks_to_do(const Case& of);

/// How soon a case wants looking at among others; larger is sooner, closed cases last. What is advised counts
/// until somebody has decided; then whether a second person or a task waits.
[[nodiscard]] int urgency(const Case& of, const guidance::Pack& pack, Instant now);

}  // namespace safelead::record
