#pragma once

// One line of entries.jsonl: docs/formats/record-export.md.

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

}  // namespace safelead::exchange
