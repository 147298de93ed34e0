#include "words/tokens.h"

#include "base/text.h"
#include "words/noise.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace safelead::words {

namespace {

// How long a run must be before no writer could have meant it as words. A longest English word has 45
// letters, a UPN 13, an IBAN 34, a UUID 36. A file's digest has 32 or more: those are not kept either.
constexpr std::size_t longest_word = 64;
constexpr std::size_t longest_code = 40;
constexpr std::size_t shortest_digest = 32;
constexpr std::size_t least_escapes = 16;
constexpr std::size_t longest_of_address = 300;

constexpr std::array<std::string_view, 24> picture_endings{
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif",  ".webp", ".heic", ".heif", ".bmp", ".tif", ".tiff",
    ".svg", ".avif", ".mp4", ".m4v",  ".mov", ".webm", ".avi",  ".mkv",  ".3gp",  ".wmv", ".flv", ".mpeg"};

/// An address whose path, before a query or fragment or within one, names a picture or a film.
bool is_link_to_picture(std::string_view token)
{
    const std::string lower = ascii_lower(token);
    const auto slash = lower.find('/');
    const bool address = is_address(lower) || (slash != std::string::npos && lower.find('.') < slash);
    if (!address) return false;
    return std::ranges::any_of(picture_endings, [&](std::string_view ending) {
        for (auto at = lower.find(ending); at != std::string::npos; at = lower.find(ending, at + 1)) {
            const auto after = at + ending.size();
            if (after >= lower.size() || std::isalnum(static_cast<unsigned char>(lower[after])) == 0)
                return true;
        }
        return false;
    });
}

unsigned hex_value(char c)
{
    return static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
}

/// Escapes that hide bytes and not letters: what is escaped is no text. Addresses and mail in other scripts
/// are full of escapes, and are words.
bool has_escaped_bytes(std::string_view token, char mark)
{
    std::string bytes;
    std::size_t escapes = 0;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] == mark && i + 2 < token.size() && is_hex(token[i + 1]) && is_hex(token[i + 2])) {
            bytes += static_cast<char>(hex_value(token[i + 1]) * 16 + hex_value(token[i + 2]));
            ++escapes;
            i += 2;
        } else {
            bytes += token[i];
        }
    }
    if (escapes < least_escapes) return false;
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && !is_space(c); };
    return !is_utf8(bytes) || std::ranges::any_of(bytes, is_control) || noise_of(bytes).percent() > 40;
}

/// A run of base64's or hexadecimal's letters that is longer than any word or code.
std::optional<Token> long_run(std::string_view letters, Token token)
{
    for (std::size_t at = token.begin; at < token.end;) {
        const std::size_t begin = at;
        while (at < token.end && is_base64(letters[at])) ++at;
        const auto run = letters.substr(begin, at - begin);
        const Noise noise = noise_of(run);
        const bool one_stretch = noise.longest >= longest_word && distinct(run) >= 10;
        const bool noisy = run.size() >= longest_word && noise.percent() >= 25 && distinct(run) >= 10;
        const bool code = run.size() >= longest_code && noise.percent() >= 40 && noise.longest >= 16;
        if ((one_stretch || noisy || code) && !is_uuid(run)) return Token{begin, at};
        if (at == begin) ++at;
    }
    return std::nullopt;
}

/// A digest, as 32 or more hexadecimal digits of both kinds; or 64 noughts and ones.
bool is_digits_of_bytes(std::string_view token)
{
    if (token.size() >= longest_word && token.find_first_not_of("01") == std::string_view::npos)
        return distinct(token) == 2;
    return token.size() >= shortest_digest && std::ranges::all_of(token, is_hex) &&
           noise_of(token).percent() >= 25 && distinct(token) >= 8;
}

/// The first letters of a picture, film or document in base64 or hexadecimal.
bool begins_as_encoded_file(std::string_view token)
{
    if (token.size() < 16 || !std::ranges::all_of(token, is_base64)) return false;
    static constexpr std::array<std::string_view, 12> begins{"iVBORw0KGg", "/9j/4",    "_9j_4",    "R0lGOD",
                                                             "UklGR",      "AAAAIGZ0", "AAAAHGZ0", "JVBERi0",
                                                             "UEsDB",      "PHN2Zy",   "SUkqA",    "Qk0"};
    static constexpr std::array<std::string_view, 4> hex_begins{"89504e47", "ffd8ff", "47494638", "52494646"};
    const auto lower = ascii_lower(token);
    return (noise_of(token).percent() >= 30 &&
            std::ranges::any_of(begins, [&](auto begin) { return token.starts_with(begin); })) ||
           (std::ranges::all_of(token, is_hex) &&
            std::ranges::any_of(hex_begins, [&](auto begin) { return lower.starts_with(begin); }));
}

/// More than the name of a page: one part that is a run, or much noise in all of it.
bool carries_much(std::string_view address)
{
    std::size_t noisy = 0;
    for (const Token part : pieces_of(address, [](char c) {
             return c == '/' || c == '?' || c == '&' || c == '=' || c == '#' || c == '%' || c == '.';
         })) {
        const auto text = part.in(address);
        const Noise noise = noise_of(text);
        if (text.size() >= longest_word && (noise.percent() >= 25 || noise.longest >= longest_word))
            return true;
        if (text.size() >= 8 && noise.percent() >= 40) noisy += text.size();
    }
    return noisy >= longest_of_address;
}

std::optional<Span> span_in_address(std::string_view text, Token token)
{
    if (is_link_to_picture(text)) return Span{token.begin, token.end, Carries::link};
    if (carries_much(text) || has_escaped_bytes(text, '%'))
        return Span{token.begin, token.end, Carries::long_link};
    return std::nullopt;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view letters)
{
    return pieces_of(letters, is_space);
}

std::vector<Token> cells_of(std::string_view letters)
{
    return pieces_of(letters, [](char c) {
        return is_space(c) || std::string_view{",;|\"'()[]{}<>"}.find(c) != std::string_view::npos;
    });
}

bool is_uuid(std::string_view piece)
{
    if (piece.size() != 36) return false;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        const bool is_hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (is_hyphen ? piece[i] != '-' : !is_hex(piece[i])) return false;
    }
    return true;
}

bool is_address(std::string_view token)
{
    return token.find("://") != std::string_view::npos || ascii_lower(token.substr(0, 4)) == "www." ||
           ascii_lower(token.substr(0, 7)) == "mailto:";
}

bool is_noisy(std::string_view piece)
{
    if (piece.size() < 8) return false;
    const Noise noise = noise_of(piece);
    if (noise.longest < 8 || noise.percent() < 40 || distinct(piece) < 6) return false;
    const bool is_mail =
        piece.find('@') != std::string_view::npos && piece.find('.') != std::string_view::npos;
    return !is_uuid(piece) && !is_address(piece) && !(is_mail && noise.percent() < 60);
}

std::optional<Span> span_in_token(std::string_view letters, Token token)
{
    const auto text = token.in(letters);
    const std::string lower = ascii_lower(text);
    if (const auto data = lower.find("data:"); data != std::string::npos) {
        const auto comma = lower.find(',', data);
        const bool typed = lower.find('/', data) < comma || lower.find(";base64", data) < comma;
        if (comma != std::string::npos && typed) return Span{token.begin + data, token.end, Carries::data};
    }
    if (is_address(text)) return span_in_address(text, token);
    if (is_link_to_picture(text)) return Span{token.begin, token.end, Carries::link};
    if (is_digits_of_bytes(text) || begins_as_encoded_file(text))
        return Span{token.begin, token.end, Carries::data};
    if (const auto run = long_run(letters, token)) return Span{run->begin, run->end, Carries::data};
    if (has_escaped_bytes(text, '%') || has_escaped_bytes(text, '='))
        return Span{token.begin, token.end, Carries::data};
    // Anything printable: ascii85, base91, yEnc and their like.
    if (text.size() >= longest_code && is_noisy(text) && distinct(text) >= 16)
        return Span{token.begin, token.end, Carries::data};
    return std::nullopt;
}

}  // namespace safelead::words
