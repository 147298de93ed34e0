#include "main/netstrings.h"

#include <fmt/format.h>

#include <charconv>

namespace safelead::main {

std::string to_netstrings(const std::vector<std::string>& texts)
{
    std::string bytes;
    for (const auto& text : texts) bytes += fmt::format("{}:{},", text.size(), text);
    return bytes;
}

std::optional<std::vector<std::string>> parse_netstrings(std::string_view bytes)
{
    std::vector<std::string> texts;
    while (!bytes.empty()) {
        std::size_t length = 0;
        const auto* end = bytes.data() + bytes.size();
        const auto read = std::from_chars(bytes.data(), end, length);
        if (read.ec != std::errc{} || read.ptr == end || *read.ptr != ':') return std::nullopt;
        bytes.remove_prefix(static_cast<std::size_t>(read.ptr - bytes.data()) + 1);
        if (bytes.size() <= length || bytes[length] != ',') return std::nullopt;
        texts.emplace_back(bytes.substr(0, length));
        bytes.remove_prefix(length + 1);
    }
    return texts;
}

}  // namespace safelead::main
