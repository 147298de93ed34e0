#pragma once

// What a case knows of a child's family, needs and workers, for a referral that begins: each line says where
// it comes from, so that whoever sends it can judge it. What was said of the case is not said of one child.
// What was given for figures (CharacteristicsRecorded) stays there. docs/adr/0214.

#include "guidance/pack.h"
#include "record/case.h"
#include "record/child_kept_events.h"
#include "record/referral_words.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::record {

/// A child in the case belongs with another, as their record has it.
struct KnownTie {
    CaseRef of;
    Tie tie;
    std::string name;  ///< The other's.
    std::string said_by;
};

/// Where a report says that a child was.
struct ReportedWhere {
    std::string where;
    std::string when;          ///< The report was made, in words: it need not be so any more.
    std::size_t children = 1;  ///< Whom that report is about; of several, nobody said which it means.
};

/// What is known of one child outside the case: in their own record, and in the reports it was made from.
struct KnownOfChild {
    std::string authority;  ///< That they live under; empty where nobody noted it.
    std::string authority_said_by;
    std::vector<ReportedWhere> reported;
};

/// Under which authority they live. The address itself is nowhere in the record.
[[nodiscard]] std::string home_known(const KnownOfChild& known);

/// Where the child was, as reported and when.
[[nodiscard]] std::string now_known(const KnownOfChild& known);

/// The last call to `to` that was recorded in the case, as advice sought or as a referral: to an agency of
/// that name, or else of that kind, with its name for whoever reads it. Nothing where none is.
[[nodiscard]] EventTime call_known(const Case& of, const Agency& to);

/// Parents and carers who were told, or not yet; brothers and sisters; whether others are at risk.
/// Of those `children` alone: nobody else's family goes to whom the referral goes to.
[[nodiscard]] std::string family_known(const Case& of, const std::vector<CaseRef>& children,
                                       const std::vector<KnownTie>& ties);

/// Whether the referral is about them.
[[nodiscard]] bool is_among(const std::vector<CaseRef>& children, const CaseRef& child);

/// Language and help to be understood, what makes a child vulnerable.
[[nodiscard]] std::string needs_known(const Case& of, const guidance::Pack& pack, const CaseRef& child);

/// The adult they chose, services, a social worker.
[[nodiscard]] std::string workers_known(const Case& of, const guidance::Pack& pack, const CaseRef& child);

/// One answer to each of the facts, as its question asks it; "" where nobody answered.
[[nodiscard]] std::string answers_to(const Case& of, const guidance::Pack& pack,
                                     std::initializer_list<std::string_view> facts);

/// Adds a line that is not empty.
void add_line(std::string& text, std::string_view line);

}  // namespace safelead::record
