#pragma once

// What a log says of itself, to be signed: docs/formats/checkpoint.md.

#include "base/ids.h"
#include "ledger/note.h"
#include "ledger/tree.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::ledger {

struct Checkpoint {
    std::string origin;
    TreeHead head;

    bool operator==(const Checkpoint&) const = default;
};

/// The three lines.
[[nodiscard]] std::string to_text(const Checkpoint& checkpoint);

/// The text of a note; lines after the third are passed over.
[[nodiscard]] std::optional<Checkpoint> parse_checkpoint(std::string_view note_text);

/// The checkpoint in a signed note, whoever signed it.
[[nodiscard]] std::optional<Checkpoint> checkpoint_in(std::string_view note);

/// Which life of a log: the first is 1; each time its end was lost begins the next.
enum class TreeEpoch : std::uint32_t { first = 1 };

[[nodiscard]] std::string origin_of(const OrganisationId& organisation, const TreeHash& first_leaf,
                                    TreeEpoch epoch);

/// The epoch that an origin names.
[[nodiscard]] TreeEpoch epoch_in(std::string_view origin);

/// A hash as a line of a proof, and back.
[[nodiscard]] std::string to_line(const TreeHash& hash);
[[nodiscard]] std::optional<TreeHash> parse_hash_line(std::string_view line);

}  // namespace safelead::ledger
