#include "web/forms/percent.h"

#include "base/text.h"

namespace safelead::web {

namespace {

std::optional<unsigned> digit_of(char c)
{
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}

}  // namespace

bool is_writing(std::string_view text)
{
    return text.find('\0') == std::string_view::npos && is_utf8(text);
}

std::optional<std::string> percent_decoded(std::string_view text, Plus plus)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::is_space) {
            decoded += ' ';
        } else if (text[i] != '%') {
            decoded += text[i];
        } else {
            if (text.size() - i < 3) return std::nullopt;
            const auto high = digit_of(text[i + 1]);
            const auto low = digit_of(text[i + 2]);
            if (!high || !low) return std::nullopt;
            decoded += static_cast<char>((*high << 4U) | *low);
            i += 2;
        }
    }
    if (!is_writing(decoded)) return std::nullopt;
    return decoded;
}

}  // namespace safelead::web
