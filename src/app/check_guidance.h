#pragma once

// Proof of the packs in a folder: that they load, that nothing in them is unused or without a source, that
// everything they can give is given for some facts, and that no law is broken (decision/laws.h) for any facts
// at all. What is proved is then tried on made-up facts as well, so that the proof does not rest on itself.

#include "base/result.h"
#include "guidance/facts.h"
#include "guidance/pack_draft.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace safelead::app {

struct CheckGuidance {
    std::filesystem::path guidance;
    std::uint64_t cases = 1'000'000;  ///< Of made-up facts, for each edition.
    std::uint64_t seed = 1;
    /// Called now and then: the edition, how many cases are done.
    std::function<void(std::string_view edition, std::uint64_t done)> progress{};
};

/// Something that is not as it must be.
struct Shortcoming {
    std::string at;                        ///< "ukcis-2024/rules.json:31", or an edition.
    std::string what;                      ///< One sentence.
    std::vector<std::string> facts_words;  ///< The smallest facts that show it, a line each; may be empty.
};

/// A rule that can be met, and the smallest facts found that meet it.
struct Reached {
    guidance::TableKind table;
    std::string rule;
    std::string gives;
    guidance::Facts facts;
};

struct EditionProof {
    std::string edition;
    std::uint64_t cases = 0;
    std::size_t rules = 0;
    std::size_t steps = 0;
    std::size_t examples = 0;        ///< Worked examples.
    std::string not_proved{};        ///< Why it was only tried; empty: all of it was proved.
    std::vector<Reached> reached{};  ///< In the order of the tables.
    std::vector<Shortcoming> shortcomings{};
};

struct Proof {
    std::vector<EditionProof> editions;
    std::vector<Shortcoming> in_files;  ///< What no edition that reads the file uses.

    [[nodiscard]] bool holds() const;
};

/// The first fault of a pack that does not load; else what was found. Law-breaking facts are made small.
/// @throws Unavailable when the packs cannot be read.
[[nodiscard]] Result<Proof, guidance::PackFault> check_guidance(const CheckGuidance& asked);

/// What is answered, and then each person, in a line of words each: "coercion: yes", "A: subject; 14 then
/// (known)".
[[nodiscard]] std::vector<std::string> in_words(const guidance::Facts& facts);

}  // namespace safelead::app
