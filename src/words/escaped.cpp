#include "words/escaped.h"

#include "base/text.h"
#include "words/characters.h"
#include "words/noise.h"

#include <algorithm>
#include <optional>

namespace safelead::words {

namespace {

constexpr std::size_t length_of_escape = 6;

/// The number of the escape that begins at `at`.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at)
{
    const auto escape = text.substr(at, length_of_escape);
    if (escape.size() < length_of_escape || !escape.starts_with("\\u")) return std::nullopt;
    char32_t value = 0;
    for (const char c : escape.substr(2)) {
        if (!is_hex(c)) return std::nullopt;
        value = value * 16 + hex_value(c);
    }
    return value;
}

/// UTF-16, of which halves that have no other half are nothing.
std::optional<std::string> from_utf16(std::span<const char32_t> units)
{
    std::string text;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!in(units[i], 0xD800, 0xDFFF)) {
            append_utf8(text, units[i]);
            continue;
        }
        if (units[i] > 0xDBFF || i + 1 == units.size() || !in(units[i + 1], 0xDC00, 0xDFFF))
            return std::nullopt;
        append_utf8(text, 0x10000 + ((units[i] - 0xD800) << 10U) + (units[i + 1] - 0xDC00));
        ++i;
    }
    return text;
}

bool has_controls(std::string_view text)
{
    return std::ranges::any_of(characters_of(text), [](const Placed& one) {
        const bool parts_lines = one.point == '\t' || one.point == '\n' || one.point == '\r';
        return (one.point < 0x20 && !parts_lines) || in(one.point, 0x7F, 0x9F);
    });
}

/// Escapes side by side.
struct Run {
    EscapedWords words;       ///< With no text, if they are none.
    std::size_t western = 0;  ///< How many may be a Western letter or a byte: nothing tells which.
};

Run run_of(Token at, std::span<const char32_t> units)
{
    Run run{{at, {}}, 0};
    if (std::ranges::all_of(units, [](char32_t unit) { return unit <= 0xFF; })) {
        // Instagram and Facebook write the bytes of UTF-8 so.
        std::string bytes;
        for (const char32_t unit : units) bytes += static_cast<char>(static_cast<unsigned char>(unit));
        if (is_utf8(bytes)) {
            if (!has_controls(bytes)) run.words.text = std::move(bytes);
            return run;
        }
        run.western = units.size();
    }
    if (auto text = from_utf16(units); text && !has_controls(*text)) run.words.text = std::move(*text);
    return run;
}

std::vector<Run> runs_in(std::string_view text)
{
    std::vector<Run> runs;
    for (auto begin = text.find("\\u"); begin != npos; begin = text.find("\\u", begin)) {
        std::vector<char32_t> units;
        auto end = begin;
        for (auto unit = escape_at(text, end); unit; unit = escape_at(text, end)) {
            units.push_back(*unit);
            end += length_of_escape;
        }
        if (!units.empty()) runs.push_back(run_of({begin, end}, units));
        begin = std::max(end, begin + 2);
    }
    return runs;
}

}  // namespace

std::vector<EscapedWords> escaped_words_in(std::string_view text)
{
    constexpr std::size_t most_western = 4;  // "d\u00e9j\u00e0 \u00e0": letters stand between, or a space.
    auto runs = runs_in(text);
    std::vector<EscapedWords> words;
    for (std::size_t first = 0; first < runs.size();) {
        std::size_t last = first;
        std::size_t western = 0;
        do {
            western += runs[last].western;
            ++last;
        } while (last < runs.size() &&
                 std::ranges::none_of(text.substr(runs[last - 1].words.at.end,
                                                  runs[last].words.at.begin - runs[last - 1].words.at.end),
                                      is_alphanumeric));
        for (; first < last; ++first)
            if (!runs[first].words.text.empty() && (runs[first].western == 0 || western <= most_western))
                words.push_back(std::move(runs[first].words));
    }
    return words;
}

std::string without_escaped_words(std::string_view text, std::span<const EscapedWords> escaped)
{
    std::string rest{text};
    for (const EscapedWords& one : escaped) rest.replace(one.at.begin, one.at.size(), one.at.size(), ' ');
    return rest;
}

Unfolded unfolded(std::string_view text, std::span<const EscapedWords> escaped)
{
    Unfolded read;
    std::size_t at = 0;
    const auto add_plain = [&](std::size_t end) {
        for (; at < end; ++at) {
            read.text += text[at];
            read.from.push_back({at, at + 1});
        }
    };
    for (const EscapedWords& one : escaped) {
        add_plain(one.at.begin);
        read.text += one.text;
        read.from.resize(read.text.size(), one.at);
        at = one.at.end;
    }
    add_plain(text.size());
    return read;
}

}  // namespace safelead::words
