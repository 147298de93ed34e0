#include "words/encoded.h"

#include "base/text.h"
#include "words/decoded.h"
#include "words/kinds.h"
#include "words/noise.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace safelead::words {

namespace {

constexpr std::size_t longest_word = 64;
constexpr std::size_t shortest_digest = 32;
constexpr std::size_t least_escapes = 16;

}  // namespace

bool Unescaped::hides_bytes() const
{
    if (escapes >= 4 && begins_as_file_beyond_doubt(bytes)) return true;
    if (escapes < least_escapes) return false;
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && !is_space(c); };
    return !is_utf8(bytes) || std::ranges::any_of(bytes, is_control);
}

Unescaped unescaped(std::string_view letters, char mark)
{
    Unescaped read;
    if (letters.find(mark) == std::string_view::npos) return read;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i] == mark && i + 2 < letters.size() && is_hex(letters[i + 1]) &&
            is_hex(letters[i + 2])) {
            read.bytes += static_cast<char>(hex_value(letters[i + 1]) * 16 + hex_value(letters[i + 2]));
            ++read.escapes;
            i += 2;
        } else {
            read.bytes += letters[i];
        }
    }
    return read;
}

bool is_digits_of_bytes(std::string_view run)
{
    if (run.size() >= longest_word && run.find_first_not_of("01") == std::string_view::npos)
        return distinct(run) == 2;
    return run.size() >= shortest_digest && std::ranges::all_of(run, is_hex) &&
           noise_of(run).percent() >= 25 && distinct(run) >= 8;
}

bool begins_as_encoded_file(std::string_view run)
{
    if (run.size() < 16 || !std::ranges::all_of(run, is_base64)) return false;
    static constexpr std::array<std::string_view, 12> begins{"iVBORw0KGg", "/9j/4",    "_9j_4",    "R0lGOD",
                                                             "UklGR",      "AAAAIGZ0", "AAAAHGZ0", "JVBERi0",
                                                             "UEsDB",      "PHN2Zy",   "SUkqA",    "Qk0"};
    static constexpr std::array<std::string_view, 4> hex_begins{"89504e47", "ffd8ff", "47494638", "52494646"};
    const auto lower = ascii_lower(run.substr(0, 8));
    return (noise_of(run).percent() >= 30 &&
            std::ranges::any_of(begins, [&](auto begin) { return run.starts_with(begin); })) ||
           begins_as_written_file(run) ||
           (std::ranges::all_of(run, is_hex) &&
            std::ranges::any_of(hex_begins, [&](auto begin) { return lower.starts_with(begin); }));
}

bool are_words_in_base64(std::string_view part)
{
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned held = 0;
    std::size_t letters = 0;
    for (const char c : part) {
        const int value = base64_value(c);
        if (value < 0) return false;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        held += 6;
        if (held < 8) continue;
        held -= 8;
        const auto byte = static_cast<unsigned char>((bits >> held) & 0xFFU);
        if (byte < 0x20 || byte >= 0x7F) return false;
        letters += (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z' ? 1U : 0U;
        bytes += static_cast<char>(byte);
    }
    const Noise noise = noise_of(bytes);
    return bytes.size() >= 12 && letters * 2 >= bytes.size() && noise.percent() < 40 && noise.longest < 32;
}

}  // namespace safelead::words
