#pragma once

// What a case knows of a child's family, needs and workers, for a referral that begins: each line says where
// it comes from, so that whoever sends it can judge it. What was said of the case is not said of one child.
// What was given for figures (CharacteristicsRecorded) stays there. docs/adr/0214.

#include "guidance/pack.h"
#include "record/case.h"
#include "record/child_kept_events.h"

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
