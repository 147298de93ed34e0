#pragma once

// The rules, said again by hand and read from nothing: a second opinion for tests. If a pack and this page
// differ on any facts, one of them is wrong.

#include "guidance/facts.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::test {

enum class Year { y2016, y2020, y2024 };

struct RestatedAdvice {
    std::string category;
    std::string route;
    std::optional<std::string> consult;
    std::vector<std::string> criteria;
    std::vector<std::string> safety_rules;
    std::vector<std::string> indicators;
    std::vector<std::string> unresolved;
    std::vector<std::string> flags;

    bool operator==(const RestatedAdvice&) const = default;
};

[[nodiscard]] RestatedAdvice restate(Year year, const guidance::Facts& facts);

}  // namespace safelead::test
