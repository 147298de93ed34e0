#pragma once

// What changed from one edition to another, rule by rule.

#include "guidance/facts.h"
#include "guidance/pack.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

/// A rule that is not the same in both, by its id.
struct RuleChange {
    std::string rule;
    std::optional<guidance::Rule> before;  ///< Nothing: the rule is new.
    std::optional<guidance::Rule> after;   ///< Nothing: the rule is gone.
};

/// Facts on which the two editions give another category or route, made small.
struct OtherAnswer {
    guidance::Facts facts;
    std::string before;  ///< "SHARE_OTHERS, SCHOOL_MANAGE"
    std::string after;
};

/// In the order of the tables of `after`; then what is gone. Only where gives, when or kind differ: that each
/// edition cites itself is no change.
[[nodiscard]] std::vector<RuleChange> rule_changes(const guidance::Pack& before, const guidance::Pack& after);

/// One for each way in which category and route were seen to differ over made-up facts; the same for the same
/// seed.
[[nodiscard]] std::vector<OtherAnswer> other_answers(const guidance::Pack& before,
                                                     const guidance::Pack& after, std::uint64_t cases,
                                                     std::uint64_t seed);

}  // namespace safelead::app
