#include "words/spans.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cctype>
#include <optional>
#include <string>

namespace safelead::words {

namespace {

// How long a run must be before no writer could have meant it as words. A longest English word has 45
// letters, a UPN 13, an IBAN 34, a UUID 36; 64 hexadecimal digits are a digest, which we do not keep either.
constexpr std::size_t longest_word = 64;
constexpr std::size_t least_escapes = 16;    // percent and quoted-printable
constexpr std::size_t least_numbers = 32;    // lists of bytes, in any base
constexpr std::size_t least_chunks = 12;     // runs cut into pieces by spaces or lines
constexpr std::size_t least_in_chunks = 64;  // letters in such pieces together

bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_base64(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '/' ||
           c == '-' || c == '_' || c == '=';
}

bool starts_with_word(std::string_view text, std::string_view word)
{
    return ascii_lower(text.substr(0, word.size())) == word;
}

/// A piece between white space.
struct Token {
    std::size_t begin;
    std::size_t end;
};

std::vector<Token> tokens_of(std::string_view letters)
{
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < letters.size();) {
        while (at < letters.size() && is_space(letters[at])) ++at;
        const std::size_t begin = at;
        while (at < letters.size() && !is_space(letters[at])) ++at;
        if (at > begin) tokens.push_back({begin, at});
    }
    return tokens;
}

std::size_t distinct(std::string_view run)
{
    std::bitset<256> seen;
    for (const char c : run) seen.set(static_cast<unsigned char>(c));
    return seen.count();
}

/// Mixed as data is mixed, not as words are: a digit among letters, or a capital after a small letter.
bool is_mixed(std::string_view run)
{
    bool letter = false;
    bool digit = false;
    bool capital_inside = false;
    for (std::size_t i = 0; i < run.size(); ++i) {
        letter = letter || std::isalpha(static_cast<unsigned char>(run[i])) != 0;
        digit = digit || is_digit(run[i]);
        capital_inside = capital_inside ||
                         (i > 0 && run[i] >= 'A' && run[i] <= 'Z' && run[i - 1] >= 'a' && run[i - 1] <= 'z');
    }
    return (letter && digit) || capital_inside || run.find_first_of("+/=") != std::string_view::npos;
}

// --- one token ---

constexpr std::array<std::string_view, 24> picture_endings{
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif",  ".webp", ".heic", ".heif", ".bmp", ".tif", ".tiff",
    ".svg", ".avif", ".mp4", ".m4v",  ".mov", ".webm", ".avi",  ".mkv",  ".3gp",  ".wmv", ".flv", ".mpeg"};

/// An address whose path, before a query or fragment or within one, names a picture or a film.
bool is_link_to_picture(std::string_view token)
{
    const std::string lower = ascii_lower(token);
    const bool address = lower.find("://") != std::string::npos || lower.starts_with("www.") ||
                         (lower.find('/') != std::string::npos && lower.find('.') < lower.find('/'));
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

std::size_t count_escapes(std::string_view token, char mark)
{
    std::size_t escapes = 0;
    for (std::size_t i = 0; i + 2 < token.size(); ++i)
        if (token[i] == mark && is_hex(token[i + 1]) && is_hex(token[i + 2])) ++escapes;
    return escapes;
}

/// The longest run of base64's or hexadecimal's letters in a token, if it is longer than any word and as
/// varied as data.
std::optional<Token> long_run(std::string_view letters, Token token)
{
    for (std::size_t at = token.begin; at < token.end;) {
        const std::size_t begin = at;
        while (at < token.end && is_base64(letters[at])) ++at;
        const auto run = letters.substr(begin, at - begin);
        if (run.size() >= longest_word && distinct(run) >= 10) return Token{begin, at};
        if (at == begin) ++at;
    }
    return std::nullopt;
}

std::optional<Span> span_in_token(std::string_view letters, Token token)
{
    const auto text = letters.substr(token.begin, token.end - token.begin);
    const std::string lower = ascii_lower(text);
    if (const auto data = lower.find("data:"); data != std::string::npos) {
        const auto comma = lower.find(',', data);
        const bool typed = lower.find('/', data) < comma || lower.find(";base64", data) < comma;
        if (comma != std::string::npos && typed) return Span{token.begin + data, token.end, Carries::data};
    }
    if (is_link_to_picture(text)) return Span{token.begin, token.end, Carries::link};
    if (const auto run = long_run(letters, token)) return Span{run->begin, run->end, Carries::data};
    if (count_escapes(text, '%') >= least_escapes || count_escapes(text, '=') >= least_escapes)
        return Span{token.begin, token.end, Carries::data};
    // Anything printable, without a space, ten words long: ascii85, base91, yEnc-like.
    if (text.size() >= 3 * longest_word && distinct(text) >= 30 && lower.find("://") == std::string::npos)
        return Span{token.begin, token.end, Carries::data};
    return std::nullopt;
}

// --- several tokens ---

bool is_piece(std::string_view piece)
{
    return std::ranges::all_of(piece, is_base64) && (is_mixed(piece) || piece.size() >= 40);
}

/// "0xff,", "255,", "ff", "\xff": one byte written as a number. Colons, commas and brackets may stand around
/// it.
bool is_byte_number(std::string_view token)
{
    while (!token.empty() && std::string_view{",;:[]{}()"}.find(token.back()) != std::string_view::npos)
        token.remove_suffix(1);
    while (!token.empty() && std::string_view{",;:[]{}()\\"}.find(token.front()) != std::string_view::npos)
        token.remove_prefix(1);
    if (starts_with_word(token, "0x") || starts_with_word(token, "x"))
        token.remove_prefix(token.front() == '0' ? 2 : 1);
    if (token.empty() || token.size() > 8) return false;
    const bool hex = std::ranges::all_of(token, is_hex);
    const bool binary = token.size() == 8 && token.find_first_not_of("01") == std::string_view::npos;
    return binary || (hex && token.size() == 2) ||
           (token.size() <= 3 && std::ranges::all_of(token, is_digit));
}

/// From `first`, how many tokens run on that `belongs` takes.
template <class Belongs>
std::size_t run_of(std::string_view letters, const std::vector<Token>& tokens, std::size_t first,
                   Belongs belongs)
{
    std::size_t last = first;
    while (last < tokens.size() &&
           belongs(letters.substr(tokens[last].begin, tokens[last].end - tokens[last].begin)))
        ++last;
    return last - first;
}

/// Pieces of one length, as a run is cut when it is to look like words: no writer's words keep that up. It
/// begins and ends with a piece that is no word, so that no word beside it is lost.
std::size_t pieces_of_one_length(std::string_view letters, const std::vector<Token>& tokens,
                                 std::size_t first)
{
    const auto length = tokens[first].end - tokens[first].begin;
    std::size_t seen = 0;
    std::size_t mixed = 0;
    std::size_t to_last_mixed = 0;
    (void)run_of(letters, tokens, first, [&](std::string_view piece) {
        if (piece.size() != length || !std::ranges::all_of(piece, is_base64)) return false;
        if (seen == 0 && !is_mixed(piece)) return false;
        ++seen;
        if (is_mixed(piece)) {
            ++mixed;
            to_last_mixed = seen;
        }
        return true;
    });
    return to_last_mixed >= least_chunks && mixed * 3 >= to_last_mixed ? to_last_mixed : 0;
}

std::optional<std::size_t> tokens_that_carry(std::string_view letters, const std::vector<Token>& tokens,
                                             std::size_t first)
{
    if (const auto equal = pieces_of_one_length(letters, tokens, first); equal > 0) return equal;
    const auto pieces = run_of(letters, tokens, first, is_piece);
    const auto last = first + pieces;
    if (pieces > 0) {
        std::size_t together = 0;
        for (std::size_t i = first; i < last; ++i) together += tokens[i].end - tokens[i].begin;
        const bool long_pieces = pieces >= 2 && together / pieces >= 24;
        if (together >= least_in_chunks && (pieces >= least_chunks || long_pieces)) return pieces;
    }
    const auto numbers = run_of(letters, tokens, first, is_byte_number);
    if (numbers >= least_numbers) return numbers;
    return std::nullopt;
}

/// "255,216,255,…" or "ff:d8:ff:…" without white space.
bool is_number_list(std::string_view token)
{
    std::size_t numbers = 0;
    std::size_t digits = 0;
    for (const char c : token) {
        if (is_hex(c) || c == 'x' || c == 'X') {
            if (++digits > 4) return false;
        } else if (c == ',' || c == ':' || c == ';' || c == '\\' || c == '-' || c == '[' || c == ']') {
            numbers += digits > 0 ? 1 : 0;
            digits = 0;
        } else {
            return false;
        }
    }
    return numbers + 1 >= least_numbers;
}

// --- blocks ---

/// A block that says where it begins and ends: uuencode, yEnc, ascii85, PEM.
std::optional<Span> block_at(std::string_view letters, std::size_t at)
{
    struct Kind {
        std::string_view begins;
        std::string_view ends;
    };
    static constexpr std::array<Kind, 5> kinds{{{"begin 6", "\nend"},
                                                {"begin-base64 ", "\n===="},
                                                {"=ybegin ", "=yend"},
                                                {"<~", "~>"},
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

std::vector<Span> find_blocks(std::string_view letters)
{
    std::vector<Span> spans;
    for (std::size_t at = 0; at < letters.size();) {
        const char c = letters[at];
        const bool may_begin = c == '<' || c == '=' || c == '-' || c == 'b' || c == 'B';
        if (const auto block = may_begin ? block_at(letters, at) : std::nullopt) {
            spans.push_back(*block);
            at = block->end;
        } else {
            ++at;
        }
    }
    return spans;
}

void find_in_tokens(std::string_view letters, std::vector<Span>& spans)
{
    const auto tokens = tokens_of(letters);
    for (std::size_t i = 0; i < tokens.size();) {
        if (const auto count = tokens_that_carry(letters, tokens, i)) {
            spans.push_back({tokens[i].begin, tokens[i + *count - 1].end, Carries::data});
            i += *count;
            continue;
        }
        const auto text = letters.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
        if (is_number_list(text))
            spans.push_back({tokens[i].begin, tokens[i].end, Carries::data});
        else if (const auto span = span_in_token(letters, tokens[i]))
            spans.push_back(*span);
        ++i;
    }
}

}  // namespace

std::vector<Span> find_spans(std::string_view letters)
{
    std::vector<Span> spans = find_blocks(letters);
    find_in_tokens(letters, spans);

    std::ranges::sort(spans, [](const Span& a, const Span& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<Span> apart;
    for (const Span& span : spans) {
        if (!apart.empty() && span.begin < apart.back().end) {
            apart.back().end = std::max(apart.back().end, span.end);
        } else {
            apart.push_back(span);
        }
    }
    return apart;
}

}  // namespace safelead::words
