#pragma once

// What is counted of an incident. A fact says no name, no case and no day, and nothing ties the facts of one
// incident together: docs/formats/facts.md.

#include "base/time.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::insight {

/// A third of a school year, near enough: schools set their own days.
enum class Season : std::uint8_t {
    spring,  ///< January to March.
    summer,  ///< April to August.
    autumn,  ///< September to December.
};

struct Term {
    int year = 0;  ///< Of the calendar.
    Season season = Season::autumn;
    auto operator<=>(const Term&) const = default;
};

[[nodiscard]] Term term_of(Date day);

/// "2026-autumn".
[[nodiscard]] std::string to_text(const Term& term);
[[nodiscard]] std::optional<Term> parse_term(std::string_view text);

/// "Autumn term 2026".
[[nodiscard]] std::string words(const Term& term);

/// Of whom an image was shared; of several, the youngest.
enum class AgeBand : std::uint8_t { not_known, under_11, from_11_to_13, from_14_to_15, from_16_to_17, adult };

[[nodiscard]] AgeBand age_band(std::optional<int> age);
[[nodiscard]] std::string_view name_of(AgeBand band);
[[nodiscard]] std::optional<AgeBand> age_band_from_name(std::string_view name);
[[nodiscard]] std::string_view words(AgeBand band);

enum class Counted : std::uint8_t {
    opened,     ///< A case begins.
    decided,    ///< Its first decision is made.
    closed,     ///< It is closed for the first time.
    referred,   ///< A referral of it is sent.
    disagreed,  ///< The two sides of one disagree, for the first time.
};

struct Fact {
    Counted what = Counted::opened;
    Term term;
    std::string edition = {};               ///< Of the guidance that the case is under.
    std::string advised = {};               ///< The route advised when it was decided; empty otherwise.
    std::string route = {};                 ///< The route decided, or as which it was closed.
    AgeBand youngest = AgeBand::not_known;  ///< When it was decided.
    std::string to = {};                    ///< The kind of agency it was referred to.

    bool operator==(const Fact&) const = default;
};

}  // namespace safelead::insight
