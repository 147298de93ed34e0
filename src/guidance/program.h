#pragma once

// The rules of a pack, made ready to run: names are numbers, conditions are nodes. For the decision module
// only.

#include "guidance/condition.h"
#include "guidance/pack.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

namespace safelead::guidance {

inline constexpr std::size_t most_facts = 64;
inline constexpr std::size_t most_codes = 192;
inline constexpr std::size_t most_rules_of_table = 64;
inline constexpr std::size_t table_count = 9;

using CodeSet = std::bitset<most_codes>;

struct RunnableRule {
    std::uint16_t condition;  ///< A node.
    std::uint16_t gives;      ///< A code.
    std::string source;       ///< As Advice shows it.
};

struct RunnableTable {
    TableKind kind;
    Hit hit;
    std::vector<RunnableRule> rules;
};

/// A fact by its number in the vocabulary, and its values by theirs.
struct RunnableFact {
    std::string name;
    std::uint16_t number;
    std::uint8_t unknown;
    std::vector<std::string> values;
};

class Program {
public:
    std::vector<Node> nodes;
    std::vector<NodeName> names;                    ///< Of definitions and groups, by node.
    std::array<RunnableTable, table_count> tables;  ///< By TableKind.
    std::vector<RunnableFact> facts;                ///< By name in byte order.
    std::vector<std::string> codes;
    std::vector<int> severity_of_code;  ///< -1 for what is not a route.
    int oldest_age_that_matters = 0;    ///< The answer is the same for every age from here on.
};

}  // namespace safelead::guidance
