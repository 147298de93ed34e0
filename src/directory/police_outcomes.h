#pragma once

// What the police may give a recorded crime as its outcome: data of
// guidance/local/england/police-outcomes.json, with the days between which each code may be given. A day that
// nobody has found out shuts nothing out.

#include "directory/arrangements.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::directory {

struct OutcomeCode {
    std::string id;  ///< "21", "1A"
    std::string words;
    std::string edition;        ///< Of the list that it stands in.
    std::optional<Date> from;   ///< The first day; nothing: not known.
    std::optional<Date> until;  ///< The last; nothing: it goes on, as far as is known.
    std::string used_when;      ///< For those that are weighed beside outcome 21; empty otherwise.
    Grounds grounds;

    bool operator==(const OutcomeCode&) const = default;
};

/// The code as somebody typed it ("1a", " 21 "), or null.
[[nodiscard]] const OutcomeCode* find_outcome(std::span<const OutcomeCode> codes, std::string_view typed);

[[nodiscard]] bool may_be_chosen(const OutcomeCode& code, Date day);

/// In the order of the list.
[[nodiscard]] std::vector<const OutcomeCode*> choosable_on(std::span<const OutcomeCode> codes, Date day);

}  // namespace safelead::directory
