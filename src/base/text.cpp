#include "base/text.h"

#include <cstdint>

namespace safelead {

namespace {

bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// How many bytes the character that `lead` begins has, and the least code point it may stand for; 0 if none.
struct Shape {
    std::size_t length;
    std::uint32_t least;
    std::uint32_t bits;
};

Shape shape_of(unsigned char lead)
{
    if (lead < 0x80) return {1, 0, lead};
    if ((lead & 0xE0U) == 0xC0) return {2, 0x80, lead & 0x1FU};
    if ((lead & 0xF0U) == 0xE0) return {3, 0x800, lead & 0x0FU};
    if ((lead & 0xF8U) == 0xF0) return {4, 0x10000, lead & 0x07U};
    return {0, 0, 0};
}

}  // namespace

std::string_view trim(std::string_view text)
{
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string ascii_lower(std::string_view text)
{
    std::string lower{text};
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

bool is_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const Shape shape = shape_of(static_cast<unsigned char>(text[i]));
        if (shape.length == 0 || text.size() - i < shape.length) return false;
        std::uint32_t point = shape.bits;
        for (std::size_t k = 1; k < shape.length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0U) != 0x80) return false;
            point = (point << 6U) | (next & 0x3FU);
        }
        if (point < shape.least || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return false;
        i += shape.length;
    }
    return true;
}

void append_utf8(std::string& text, char32_t point)
{
    const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (point < 0x80) {
        add(point);
    } else if (point < 0x800) {
        add(0xC0 | (point >> 6U));
        add(0x80 | (point & 0x3FU));
    } else if (point < 0x10000) {
        add(0xE0 | (point >> 12U));
        add(0x80 | ((point >> 6U) & 0x3FU));
        add(0x80 | (point & 0x3FU));
    } else {
        add(0xF0 | (point >> 18U));
        add(0x80 | ((point >> 12U) & 0x3FU));
        add(0x80 | ((point >> 6U) & 0x3FU));
        add(0x80 | (point & 0x3FU));
    }
}

}  // namespace safelead
