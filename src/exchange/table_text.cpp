#include "exchange/table_text.h"

#include "base/text.h"

#include <array>

namespace safelead::exchange {
namespace {

constexpr char16_t not_a_letter = 0xFFFD;
constexpr std::size_t bytes_of_mark = 2;

// What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has control characters.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC,       not_a_letter, 0x201A, 0x0192, 0x201E, 0x2026,       0x2020, 0x2021,
    0x02C6,       0x2030,       0x0160, 0x2039, 0x0152, not_a_letter, 0x017D, not_a_letter,
    not_a_letter, 0x2018,       0x2019, 0x201C, 0x201D, 0x2022,       0x2013, 0x2014,
    0x02DC,       0x2122,       0x0161, 0x203A, 0x0153, not_a_letter, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 50);
    for (const char c : bytes) append_utf8(text, windows_1252_letter(static_cast<unsigned char>(c)));
    return text;
}

enum class Utf16 : unsigned char { no, little_endian, big_endian };

/// What the byte order mark says.
Utf16 utf16_of(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE")) return Utf16::little_endian;
    return bytes.starts_with("\xFE\xFF") ? Utf16::big_endian : Utf16::no;
}

/// Half of a pair that stands alone, and half a letter at the end, are no letters.
std::string from_utf16(std::string_view bytes, Utf16 order)
{
    const std::size_t high = order == Utf16::big_endian ? 0 : 1;
    const auto unit = [&](std::size_t at) -> char32_t {
        const auto byte = [&](std::size_t place) -> char32_t {
            return static_cast<unsigned char>(bytes[place]);
        };
        return (byte(at + high) << 8U) | byte(at + 1 - high);
    };
    const auto is_half = [](char32_t one, char32_t first) { return one >= first && one < first + 0x400; };
    std::string text;
    text.reserve(bytes.size());
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        const auto one = unit(at);
        const bool is_pair = is_half(one, 0xD800) && at + 3 < bytes.size() && is_half(unit(at + 2), 0xDC00);
        if (is_pair) {
            append_utf8(text, 0x10000 + ((one - 0xD800) << 10U) + (unit(at + 2) - 0xDC00));
            at += 2;
        } else {
            append_utf8(text, is_half(one, 0xD800) || is_half(one, 0xDC00) ? not_a_letter : one);
        }
    }
    if (at < bytes.size()) append_utf8(text, not_a_letter);
    return text;
}

}  // namespace

char16_t windows_1252_letter(unsigned char byte)
{
    const bool is_special = byte >= 0x80 && byte < 0xA0;
    return is_special ? windows_1252.at(byte - 0x80U) : static_cast<char16_t>(byte);
}

std::string text_of_table(std::string_view bytes)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (const auto order = utf16_of(bytes); order != Utf16::no)
        return from_utf16(bytes.substr(bytes_of_mark), order);
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return is_utf8(bytes) ? std::string{bytes} : from_windows_1252(bytes);
}

}  // namespace safelead::exchange
