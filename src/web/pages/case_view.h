#pragma once

// One case as its pages see it: the case itself, the guidance it is judged by, and the names of those in it.
// Made by web/answers from what app gave; the pages are functions of it.

#include "access/permit.h"
#include "directory/local_time.h"
#include "guidance/pack.h"
#include "record/case.h"
#include "record/child_events.h"
#include "record/concern.h"
#include "record/referrals_stand.h"
#include "record/repeats.h"
#include "web/html/html.h"
#include "web/text/phrase.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace safelead::web {

struct CaseView {
    record::Case state;
    guidance::Pack in_force;  ///< On the day of the report.
    guidance::Pack newest;
    const directory::Zone& zone;
    Instant now;
    std::map<std::string, record::Identity, std::less<>> children;  ///< By the child's id.
    std::map<std::string, std::string, std::less<>> staff;          ///< Names by the person's id.
    std::vector<record::Concern> concerns;                          ///< That it was made from.
    std::string csrf_token;
    std::set<access::Action> may;              ///< What whoever looks may do in it.
    std::set<PersonId> readers;                ///< Who may read it, and so be given work in it.
    PersonId looker;                           ///< Whoever looks.
    std::vector<record::Repeat> repeats = {};  ///< Earlier cases of the same children.
    std::map<std::string, std::vector<std::string>, std::less<>> also_in =
        {};                                 ///< References of other cases, by the child's id.
    record::ReferralsStand referrals = {};  ///< How those sent from it stand.

    [[nodiscard]] std::string_view reference() const { return state.reference.text(); }
    [[nodiscard]] std::string address(std::string_view page = {}) const;

    /// "Sam Reed", or what they are called in the case.
    [[nodiscard]] std::string name_of(const record::CasePerson& person) const;
    /// The same by the letter; also of somebody who was taken out of the case again.
    [[nodiscard]] std::string called(const record::CaseRef& ref) const;
    [[nodiscard]] std::string staff_name(const PersonId& person) const;

    /// "23 November 2026, 6:40pm".
    [[nodiscard]] std::string when(Instant instant) const;
    [[nodiscard]] std::string when(const record::EventTime& time) const;

    [[nodiscard]] bool is_open() const { return state.state == record::CaseState::open; }

    /// Whether its page draws the form for that.
    [[nodiscard]] bool takes(access::Action action) const { return is_open() && may.contains(action); }
};

enum class CasePlace {
    overview,
    people,
    questions,
    advice,
    decision,
    consultations,
    referrals,
    meeting,
    actions,
    records,
    chronology,
    notes
};

/// The case's name and the links to its pages, `place` marked.
[[nodiscard]] Html case_header(const Speaker& say, const CaseView& view, CasePlace place,
                               const Html& heading);

/// The route, in the words of the edition, as a coloured tag.
[[nodiscard]] Html route_tag(const guidance::Pack& pack, std::string_view route);

/// What a fact is called: the words of its question.
[[nodiscard]] std::string_view fact_words(const guidance::Pack& pack, std::string_view fact);

/// What the edition calls a word of one group: "role", "sharer".
[[nodiscard]] std::string_view worded(const guidance::Pack& pack, std::string_view group,
                                      std::string_view value);

/// What an answer is called.
[[nodiscard]] std::string_view value_words(const guidance::Pack& pack, std::string_view fact,
                                           std::string_view value);

}  // namespace safelead::web
