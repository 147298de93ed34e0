#include "exchange/record_export.h"

#include <fmt/format.h>

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

}  // namespace safelead::exchange
