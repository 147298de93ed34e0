#include "words/pieces.h"

#include "words/noise.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <unordered_map>

namespace safelead::words {

namespace {

constexpr std::size_t block = 256;      ///< How many pieces a label is told among.
constexpr std::size_t least_times = 8;  ///< That a label comes.
constexpr std::size_t longest_counter = 6;
constexpr std::size_t longest_plain_word = 15;

/// Of each twenty-fifth piece or more; a short one, more often than that. Where nothing else would be left
/// there are no labels: data in ones and twos has no other pieces.
void leave_out_labels(std::string_view letters, std::span<Piece> pieces)
{
    if (pieces.size() < least_times) return;
    std::unordered_map<std::string_view, std::size_t> times;
    for (const Piece& piece : pieces) ++times[piece.token.in(letters)];
    const auto is_label = [&](const Piece& piece) {
        const auto text = piece.token.in(letters);
        const std::size_t share = text.size() == 1 ? 7 : text.size() == 2 ? 12 : 25;
        const auto count = times[text];
        return count >= least_times && count * share >= pieces.size() && std::ranges::any_of(text, is_letter);
    };
    if (static_cast<std::size_t>(std::ranges::count_if(pieces, is_label)) * 10 >= pieces.size() * 9) return;
    for (Piece& piece : pieces)
        if (is_label(piece)) piece.counts = piece.in_query = false;
}

/// "14", when "13", "12" and "11" stood before it, each a line or so from the next.
void leave_out_counters(std::string_view letters, std::vector<Piece>& pieces)
{
    constexpr std::size_t least_in_order = 4;
    struct Counted {
        unsigned value = 0;
        std::size_t in_order = 0;
    };
    std::array<Counted, 16> last{};
    std::size_t at = 0;
    for (Piece& piece : pieces) {
        const auto text = piece.token.in(letters);
        Counted counted;
        if (text.size() <= longest_counter && std::ranges::all_of(text, is_digit)) {
            std::from_chars(text.data(), text.data() + text.size(), counted.value);
            const auto before = std::ranges::find(last, counted.value - 1, &Counted::value);
            counted.in_order = counted.value > 0 && before != last.end() ? before->in_order + 1 : 1;
            if (counted.in_order >= least_in_order && counted.value >= 10) piece.counts = false;
        }
        last[at++ % last.size()] = counted;
    }
}

/// "dQw4w9WgXcQ" in "youtube.com/watch?v=dQw4w9WgXcQ": a list of what somebody watched is full of them.
Token name_of_film(std::string_view letters, Token address)
{
    static constexpr std::string_view before = "youtube.com/watch?v=";
    constexpr std::size_t length = 11;
    const auto at = address.in(letters).find(before);
    if (at == npos) return {address.end, address.end};
    const auto begin = address.begin + at + before.size();
    return {begin, std::min(begin + length, address.end)};
}

void leave_out_queries(std::string_view letters, std::vector<Piece>& pieces)
{
    std::size_t next = 0;
    for (const Token token : tokens_of(letters)) {
        const bool address = is_address(token.in(letters));
        const auto query = std::min(token.in(letters).find_first_of("?#"), token.size()) + token.begin;
        const auto film = name_of_film(letters, token);
        for (; next < pieces.size() && pieces[next].token.begin < token.end; ++next) {
            Piece& piece = pieces[next];
            piece.in_address = address;
            if (!address || piece.token.begin < query) continue;
            piece.counts = false;
            piece.in_query = piece.token.begin < film.begin || piece.token.end > film.end;
        }
    }
}

void mark_places(std::string_view letters, std::span<Piece> pieces)
{
    std::size_t from = 0;
    for (Piece& piece : pieces) {
        const auto between = letters.substr(from, piece.token.begin - from);
        piece.after_space = from == 0 || std::ranges::any_of(between, is_space);
        piece.after_line = from == 0 || between.find('\n') != std::string_view::npos;
        from = piece.token.end;
    }
}

}  // namespace

std::vector<Piece> pieces_that_count(std::string_view letters)
{
    std::vector<Piece> pieces;
    for (const Token token : pieces_of(letters, [](char c) { return !is_alphanumeric(c); }))
        pieces.push_back({token});
    mark_places(letters, pieces);
    leave_out_queries(letters, pieces);
    leave_out_counters(letters, pieces);
    for (std::size_t first = 0; first < pieces.size(); first += block) {
        const bool is_last = pieces.size() - first < 2 * block;
        const std::span<Piece> among{pieces.data() + first, is_last ? pieces.size() - first : block};
        leave_out_labels(letters, among);
        if (is_last) break;
    }
    return pieces;
}

std::vector<Piece> pieces_with_signs(std::string_view letters)
{
    std::vector<Piece> pieces;
    for (const Token token : tokens_of(letters))
        pieces.push_back({token, true, is_address(token.in(letters))});
    return pieces;
}

bool reads_as_word(std::string_view piece)
{
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (piece.empty() || piece.size() > longest_plain_word || !std::ranges::all_of(piece, is_letter))
        return false;
    const bool one_kind =
        std::ranges::all_of(piece.substr(1), is_small) || std::ranges::all_of(piece, is_capital);
    return one_kind && piece.find_first_of("aeiouyAEIOUY") != std::string_view::npos;
}

}  // namespace safelead::words
