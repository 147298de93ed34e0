#include "app/texts.h"

#include <charconv>

namespace safelead::app {

Bytes pack_texts(const std::vector<std::string>& texts)
{
    std::string packed;
    for (const auto& text : texts) packed += std::to_string(text.size()) + ':' + text;
    const auto view = bytes_of(packed);
    return {view.begin(), view.end()};
}

std::optional<long long> parse_number(std::string_view text)
{
    long long number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<std::vector<std::string>> unpack_texts(BytesView bytes)
{
    std::vector<std::string> texts;
    auto left = text_of(bytes);
    while (!left.empty()) {
        const auto colon = left.find(':');
        if (colon == std::string_view::npos) return std::nullopt;
        const auto size = parse_number(left.substr(0, colon));
        left.remove_prefix(colon + 1);
        if (!size || *size < 0 || static_cast<std::size_t>(*size) > left.size()) return std::nullopt;
        texts.emplace_back(left.substr(0, static_cast<std::size_t>(*size)));
        left.remove_prefix(static_cast<std::size_t>(*size));
    }
    return texts;
}

}  // namespace safelead::app
