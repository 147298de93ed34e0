#pragma once

// Facts that nobody reported, by the thousand, to try a pack on. The same seed gives the same facts on every
// machine.

#include "guidance/facts.h"
#include "guidance/pack.h"

#include <cstdint>

namespace safelead::app {

/// SplitMix64: numbers that look like chance and can be had again from the same seed. Not for secrets.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_{seed} {}

    [[nodiscard]] std::uint64_t next();

    /// From 0 to `limit` - 1.
    [[nodiscard]] std::size_t below(std::size_t limit);

private:
    std::uint64_t state_;
};

/// Facts in the words of `vocabulary`. Some are mostly quiet ("no", known children), so that the calm routes
/// are reached, and some mostly anything, unknowns included.
[[nodiscard]] guidance::Facts made_up_facts(const guidance::Vocabulary& vocabulary, Numbers& numbers);

}  // namespace safelead::app
