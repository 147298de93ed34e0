#pragma once

// What is so of a pack for every set of facts there can be: proved over diagrams (decision/whole_space.h),
// not tried.

#include "decision/laws.h"
#include "guidance/facts.h"
#include "guidance/pack.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::decision {

/// Whether a rule can speak: some facts for which it does, or none because there are none.
struct RuleReach {
    guidance::TableKind table;
    std::size_t rule;  ///< Its place in the table.
    std::optional<guidance::Facts> example;
};

struct StepReach {
    std::size_t step;  ///< Its place in the pack.
    std::optional<guidance::Facts> example;
};

/// Two rules of a table in which one speaks alone, or none where one must.
struct NotOne {
    guidance::TableKind table;
    guidance::Facts example;
};

/// A law, and facts that break it. Law 1: the risk fact has its lower value in them.
struct Breach {
    Law law;
    guidance::Facts facts;
};

struct Proven {
    std::vector<RuleReach> rules;  ///< In the order of the tables.
    std::vector<StepReach> steps;
    std::vector<NotOne> not_one;
    std::vector<Breach> breaches;  ///< One for each law that can be broken.
};

/// Why nothing could be proved; the pack may be tried on made-up facts.
struct NotProvable {
    std::string why;
};

/// Every example is confirmed by the engine itself. Of an edition with overlays, the laws hold of the raised
/// route.
[[nodiscard]] Result<Proven, NotProvable> prove(const guidance::Pack& pack);

}  // namespace safelead::decision
