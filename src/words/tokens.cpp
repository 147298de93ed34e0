#include "words/tokens.h"

#include "base/text.h"
#include "words/addresses.h"
#include "words/decoded.h"
#include "words/encoded.h"
#include "words/noise.h"
#include "words/skeleton.h"

#include <algorithm>
#include <array>
#include <string>

namespace safelead::words {

namespace {

// How long a run must be before no writer could have meant it as words. A longest English word has 45
// letters, a UPN 13, an IBAN 34, a UUID 36. A file's digest has 32 or more: those are not kept either.
constexpr std::size_t longest_word = 64;
constexpr std::size_t longest_code = 40;
constexpr std::size_t longest_message_name = 80;
constexpr std::size_t nearest = 4;
constexpr std::size_t most_stretches = 4;
constexpr std::size_t least_escapes = 16;
constexpr std::size_t shortest_written_file = 20;

/// "asdfghjklasdfghjkl": hands that run over one row of a keyboard after another. So it goes only up to a
/// length that holds no picture.
bool is_keyboard(std::string_view run)
{
    constexpr std::size_t longest = 160;
    static constexpr std::array<LetterSet, 3> rows{
        LetterSet{"qwertyuiopQWERTYUIOP"}, LetterSet{"asdfghjklASDFGHJKL"}, LetterSet{"zxcvbnmZXCVBNM"}};
    if (run.size() > longest || noise_of(run).changes > 1 || !std::ranges::all_of(run, is_letter))
        return false;
    std::size_t in_row = 0;
    for (std::size_t i = 1; i < run.size(); ++i)
        in_row += std::ranges::any_of(
                      rows, [&](const LetterSet& row) { return row.has(run[i - 1]) && row.has(run[i]); })
                      ? 1U
                      : 0U;
    return in_row * 8 >= run.size() * 7;
}

/// Longer than any word or code, or the beginning of a file.
bool carries(std::string_view run)
{
    constexpr std::size_t shortest = 16;  // As any of what follows asks for.
    if (run.size() < shortest || is_uuid(run)) return false;
    const Noise noise = noise_of(run);
    const bool one_stretch = noise.longest >= longest_word && distinct(run) >= 10 && !is_keyboard(run);
    const bool noisy = run.size() >= longest_word && noise.percent() >= 25 && distinct(run) >= 10;
    const bool code = run.size() >= longest_code && noise.percent() >= 40 && noise.longest >= 16;
    return one_stretch || noisy || code || is_digits_of_bytes(run) || begins_as_encoded_file(run);
}

/// "…@mail.example": with that behind it, a run is the name that a mail program gives to a message.
bool is_before_host(std::string_view letters, Token piece, std::size_t at)
{
    if (at >= piece.end || letters[at] != '@') return false;
    std::size_t end = at + 1;
    while (end < piece.end && (is_alphanumeric(letters[end]) || letters[end] == '.' || letters[end] == '-'))
        ++end;
    return letters.substr(at, end - at).find('.') != std::string_view::npos;
}

/// A copy in which every UUID is spaces.
std::string without_uuids(std::string_view piece)
{
    std::string rest{piece};
    for (auto at = rest.find('-'); at != std::string::npos; at = rest.find('-', at + 1)) {
        if (at < 8 || !is_uuid(std::string_view{rest}.substr(at - 8, 36))) continue;
        rest.replace(at - 8, 36, 36, ' ');
        at += 27;
    }
    return rest;
}

/// Marks the stretches of a piece that have no letters of other scripts in them, near ones as one.
void mark_stretches(std::string_view letters, Token piece, std::vector<Span>& spans)
{
    std::vector<Span> stretches;
    for (const Token one : pieces_of(piece.in(letters), [](char c) { return c == no_letter; })) {
        const Span span{piece.begin + one.begin, piece.begin + one.end, Carries::data};
        if (!stretches.empty() && span.begin - stretches.back().end < nearest)
            stretches.back().end = span.end;
        else
            stretches.push_back(span);
    }
    // Many are one thing cut up.
    if (stretches.size() > most_stretches)
        stretches = {{stretches.front().begin, stretches.back().end, Carries::data}};
    if (stretches.size() > 1)
        std::erase_if(stretches, [&](const Span& one) {
            return !is_noisy(letters.substr(one.begin, one.end - one.begin));
        });
    spans.insert(spans.end(), stretches.begin(), stretches.end());
}

/// A piece between white space and addresses.
void find_in_piece(std::string_view letters, Token piece, Found& found)
{
    const auto before = found.spans.size();
    std::string rest;
    for (std::size_t at = piece.begin; at < piece.end;) {
        const std::size_t begin = at;
        while (at < piece.end && is_base64(letters[at])) ++at;
        const auto run = letters.substr(begin, at - begin);
        if (at == begin) {
            ++at;
        } else if (carries(run)) {
            const Span span{begin, at, Carries::data};
            if (run.size() > longest_message_name || !is_before_host(letters, piece, at)) {
                found.spans.push_back(span);
            } else {
                found.tolerate(span, run.size());
                if (rest.empty()) rest = piece.in(letters);
                rest.replace(begin - piece.begin, run.size(), run.size(), ' ');
            }
        }
    }
    if (found.spans.size() > before) return;

    const auto text = piece.in(letters);
    for (const char mark : {'%', '='}) {
        const auto escaped = unescaped(text, mark);
        if (escaped.hides_bytes() ||
            (escaped.escapes >= least_escapes && noise_of(escaped.bytes).percent() > 40))
            return mark_stretches(letters, piece, found.spans);
    }
    if (text.size() < shortest_written_file) return;
    // Quotation marks and brackets may stand before what is written out.
    const auto bare = text.substr(std::min(text.find_first_not_of("\"'([{<"), text.size()));
    if (begins_as_written_file(text) || (bare.size() < text.size() && begins_as_written_file(bare)))
        return mark_stretches(letters, piece, found.spans);
    // Anything printable: ascii85, base91, yEnc and their like.
    if (text.size() < longest_code) return;
    rest = without_uuids(rest.empty() ? text : std::string_view{rest});
    if (noise_of(rest).letters >= longest_code && is_noisy(rest) && distinct(rest) >= 16)
        mark_stretches(letters, piece, found.spans);
}

}  // namespace

std::vector<Token> tokens_of(std::string_view letters)
{
    return pieces_of(letters, is_space);
}

std::vector<Token> cells_of(std::string_view letters)
{
    static constexpr auto parts_cells = sets::spaces.with(LetterSet{",;|\"'()[]{}<>"});
    return pieces_of(letters, [](char c) { return parts_cells.has(c); });
}

std::vector<Token> lines_of(std::string_view letters)
{
    std::vector<Token> lines;
    for (std::size_t begin = 0; begin < letters.size();) {
        const auto end = std::min(letters.find('\n', begin), letters.size());
        lines.push_back({begin, end > begin && letters[end - 1] == '\r' ? end - 1 : end});
        begin = end + 1;
    }
    return lines;
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
    return token.find("://") != std::string_view::npos || begins_with(token, "www.") ||
           begins_with(token, "mailto:");
}

bool is_noisy(std::string_view piece)
{
    if (piece.size() < 8) return false;
    if (piece.size() >= 36 && piece.find('-') != std::string_view::npos) {
        const auto rest = without_uuids(piece);
        if (rest != piece) return is_noisy(trim(rest));
    }
    const Noise noise = noise_of(piece);
    if (noise.longest < 8 || noise.percent() < 40 || distinct(piece) < 6) return false;
    const bool is_mail =
        piece.find('@') != std::string_view::npos && piece.find('.') != std::string_view::npos;
    return !is_address(piece) && !(is_mail && noise.percent() < 60);
}

void find_in_token(std::string_view letters, Token token, Found& found)
{
    if (is_defined_picture(letters, token)) {
        found.spans.push_back({token.begin, token.end, Carries::link});
        return;
    }
    std::size_t from = token.begin;
    for (const Address& address : addresses_in(letters, token)) {
        if (!find_in_address(letters, address, found)) continue;
        if (address.at.begin > from) find_in_piece(letters, {from, address.at.begin}, found);
        from = address.at.end;
    }
    if (from < token.end) find_in_piece(letters, {from, token.end}, found);
}

}  // namespace safelead::words
