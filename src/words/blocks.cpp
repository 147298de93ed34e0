#include "base/text.h"
#include "words/noise.h"
#include "words/tokens.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace safelead::words {

namespace {

bool starts_with_word(std::string_view text, std::string_view word)
{
    return ascii_lower(text.substr(0, word.size())) == word;
}

/// A block that says where it begins and ends.
std::optional<Span> block_at(std::string_view letters, std::size_t at)
{
    struct Kind {
        std::string_view begins;
        std::string_view ends;
    };
    static constexpr std::array<Kind, 6> kinds{{{"begin 6", "\nend"},
                                                {"begin-base64 ", "\n===="},
                                                {"=ybegin ", "=yend"},
                                                {"<~", "~>"},
                                                {"(this file must be converted with binhex", ":\n"},
                                                {"-----begin ", "-----end "}}};
    for (const auto& kind : kinds) {
        if (!starts_with_word(letters.substr(at), kind.begins)) continue;
        const bool starts_line = at == 0 || letters[at - 1] == '\n' || kind.begins == "<~";
        const auto body = letters.substr(at + kind.begins.size());
        const auto end = ascii_lower(body).find(kind.ends);
        if (!starts_line || end == std::string::npos || end < 16) continue;
        auto stop = at + kind.begins.size() + end + kind.ends.size();
        if (kind.begins != "<~")
            while (stop < letters.size() && letters[stop] != '\n') ++stop;
        return Span{at, stop, Carries::data};
    }
    return std::nullopt;
}

/// "data: image/png ; base64 , iVBO…": an address of data with spaces in it.
void find_spaced_data(std::string_view letters, std::vector<Span>& spans)
{
    const std::string lower = ascii_lower(letters);
    const auto skip_spaces = [&](std::size_t at) {
        while (at < lower.size() && is_space(lower[at])) ++at;
        return at;
    };
    for (auto at = lower.find("base64"); at != std::string::npos; at = lower.find("base64", at + 6)) {
        const auto from = at > 60 ? at - 60 : 0;
        const auto data = lower.substr(from, at - from).rfind("data");
        const auto comma = skip_spaces(at + 6);
        if (data == std::string::npos || comma >= lower.size() || lower[comma] != ',') continue;
        auto end = skip_spaces(comma + 1);
        while (end < lower.size() && !is_space(lower[end])) ++end;
        spans.push_back({from + data, end, Carries::data});
    }
}

}  // namespace

void find_blocks(std::string_view letters, std::vector<Span>& spans)
{
    // Looking for a block's end costs the rest of the text, so it is looked for only so often.
    std::size_t tries = 64;
    for (std::size_t at = 0; at < letters.size() && tries > 0;) {
        const char c = letters[at];
        const bool may_begin =
            c == '=' || (c == '<' && letters.substr(at, 2) == "<~") ||
            ((c == '-' || c == 'b' || c == 'B' || c == '(') && (at == 0 || letters[at - 1] == '\n'));
        if (may_begin && c == '=' && !starts_with_word(letters.substr(at), "=ybegin ")) {
            ++at;
            continue;
        }
        const auto block = may_begin ? block_at(letters, at) : std::nullopt;
        tries -= may_begin ? 1U : 0U;
        if (block) spans.push_back(*block);
        at = block ? block->end : at + 1;
    }
    find_spaced_data(letters, spans);
}

}  // namespace safelead::words
