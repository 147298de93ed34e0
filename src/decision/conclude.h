#pragma once

// Which rules spoke: the answer as numbers, before it is written down. Allocates nothing; replaying a million
// past assessments uses this and never writes a word.

#include "decision/evaluate.h"
#include "guidance/facts.h"
#include "guidance/pack.h"
#include "guidance/program.h"

#include <array>
#include <cstdint>
#include <vector>

namespace safelead::decision {

struct Conclusion {
    /// By table, a bit for each rule that spoke. An overlay's rule stands in `at_least` only if it raised the
    /// route, and then no rule stands in `route`.
    std::array<std::uint64_t, guidance::table_count> spoke{};
    guidance::CodeSet given;
    std::uint16_t category = 0;
    std::uint16_t route = 0;

    [[nodiscard]] std::uint64_t of(guidance::TableKind kind) const
    {
        return spoke[static_cast<std::size_t>(kind)];
    }

    bool operator==(const Conclusion&) const = default;
};

[[nodiscard]] Conclusion conclude(const guidance::Pack& pack, const guidance::Facts& facts);

/// What to ask next (decision/evaluate.h), where it has been concluded already.
[[nodiscard]] std::vector<guidance::FactId> ask_next(const guidance::Pack& pack, const guidance::Facts& facts,
                                                     const Conclusion& now);

/// The conclusion in words; all of an Advice but `ask_next`, which is left empty.
[[nodiscard]] Advice write_down(const guidance::Pack& pack, const Conclusion& conclusion);

/// The value of every fact of the pack, by the fact's number in the vocabulary: the value's number in its
/// list.
using FactValues = std::array<std::uint8_t, guidance::most_facts>;
[[nodiscard]] FactValues number_values(const guidance::Program& program, const guidance::Facts& facts);

/// The same, of facts that are numbers already.
[[nodiscard]] Conclusion conclude(const guidance::Program& program, const FactValues& values,
                                  const std::vector<guidance::Person>& people);

}  // namespace safelead::decision
