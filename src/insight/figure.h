#pragma once

// A count as somebody may see it. Whoever may read the cases counted sees the number; anybody else sees it
// rounded, and a small one not at all, so that nobody can be picked out of it.

#include <cstdint>
#include <string>

namespace safelead::insight {

/// What figures are rounded to; a number above nothing and below it is not shown.
inline constexpr std::uint64_t rounded_to = 5;

/// Whether numbers are shown as they are.
enum class Disclosure : std::uint8_t {
    exact,
    rounded,
    rounded_without_nothing,  ///< Of one school alone: nothing and a few are not told apart.
};

struct Figure {
    enum class Sure : std::uint8_t { exact, about, few };

    Sure sure = Sure::exact;
    std::uint64_t number = 0;  ///< 0 where few.

    bool operator==(const Figure&) const = default;
};

/// `number` as it may be shown. Nothing at all is said to be nothing, but for `rounded_without_nothing`.
[[nodiscard]] Figure figure(std::uint64_t number, Disclosure disclosure);

/// "12", "about 10", "fewer than 5".
[[nodiscard]] std::string words(const Figure& figure);

/// "1,234,567".
[[nodiscard]] std::string with_commas(std::uint64_t number);

}  // namespace safelead::insight
