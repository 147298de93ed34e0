#pragma once

// One line of entries.jsonl, and a checkpoint for programs: docs/formats/record-export.md, checkpoint.md.

#include "base/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace safelead::exchange {

struct ExportedEntry {
    std::uint64_t position;
    std::string_view stream;  ///< Visible ASCII, as every id in the ledger.
    std::uint64_t stream_position;
    Instant time;
    std::string leaf;  ///< Base64.
};

/// Adds the entry as a JSON object on one line.
void add_exported_entry(std::string& text, const ExportedEntry& entry);

struct ExportedCheckpoint {
    std::string_view organisation;
    std::string_view origin;
    std::uint64_t entries;
    std::string_view root;  ///< Base64.
    std::string_view key;   ///< The line that verifies it.
    std::string_view note;  ///< Signed, with its cosignatures.
};

/// An object with organisation, origin, entries (a number), root, key and checkpoint.
[[nodiscard]] std::string checkpoint_to_json(const ExportedCheckpoint& made);

}  // namespace safelead::exchange
