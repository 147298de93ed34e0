#include "exchange/record_export.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>

namespace safelead::exchange {

void add_exported_entry(std::string& text, const ExportedEntry& entry)
{
    std::string stream;
    for (const char c : entry.stream) {
        if (c == '"' || c == '\\') stream += '\\';
        stream += c;
    }
    fmt::format_to(std::back_inserter(text),
                   R"({{"position":{},"stream":"{}","stream_position":{},"time":"{}","leaf":"{}"}})"
                   "\n",
                   entry.position, stream, entry.stream_position, to_text(entry.time), entry.leaf);
}

std::string checkpoint_to_json(const ExportedCheckpoint& made)
{
    const nlohmann::ordered_json json{{"organisation", made.organisation},
                                      {"origin", made.origin},
                                      {"entries", made.entries},
                                      {"root", made.root},
                                      {"key", made.key},
                                      {"checkpoint", made.note}};
    return json.dump(2);
}

}  // namespace safelead::exchange
