#pragma once

// Whom an event of a case is about, and who a letter stands for, by the case's history. Who is in the case
// now does not come into it: what was written of somebody stays theirs when they are taken out.
// docs/adr/0252.

#include "record/case.h"

#include <variant>

namespace safelead::record {

/// Nobody alone: the case as a whole.
struct AboutTheCase {
    bool operator==(const AboutTheCase&) const = default;
};
/// It speaks of an entry that can't be read any more, so nobody knows.
struct AboutSomebodyErased {
    bool operator==(const AboutSomebodyErased&) const = default;
};
using WhomAbout = std::variant<AboutTheCase, CaseRef, AboutSomebodyErased>;

/// What says something of an earlier entry (a correction, a signature under a viewing) is about whoever that
/// entry is about.
[[nodiscard]] WhomAbout whom_about(const Case& of, const CaseEvent& event);

/// How the one with that letter came into the case, also where they were taken out since: letters are never
/// used again. Null: nobody had it, or their part was erased. Lasts as long as the case's history does.
[[nodiscard]] const PersonAdded* added_as(const Case& of, const CaseRef& ref);

}  // namespace safelead::record
