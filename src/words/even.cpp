#include "words/even.h"

#include "words/alphabet.h"
#include "words/byte_numbers.h"
#include "words/codes.h"
#include "words/noise.h"
#include "words/pieces.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <span>
#include <string>
#include <vector>

namespace safelead::words {

namespace {

constexpr std::size_t least_letters = 400;
constexpr std::size_t least_numbers = 128;
constexpr std::size_t least_in_addresses = 1600;

/// Pieces from the first to the last of what is data.
struct Stretch {
    std::size_t first;
    std::size_t last;
};

/// Where windows of so many letters are data. Each letter is looked at eight times.
void find_windows(Window stream, std::size_t size, const std::function<bool(Window)>& is_data,
                  std::vector<Stretch>& found)
{
    for (std::size_t at = 0; at + size <= stream.size(); at += size / 8) {
        const Window window = stream.subspan(at, size);
        if (is_data(window)) found.push_back({window.front().piece, window.back().piece});
    }
    // What is left at the end is shorter than a step.
    if (stream.size() > size && is_data(stream.last(size)))
        found.push_back({stream.last(size).front().piece, stream.back().piece});
}

/// Where so many numbers are data, with no more than one stranger among each `share` of them.
template <class Are>
void find_numbers(std::span<const Number> numbers, std::size_t least, std::size_t share, Are are,
                  std::vector<Stretch>& found)
{
    for (std::size_t at = 0; at + least <= numbers.size(); at += least / 8) {
        const auto window = numbers.subspan(at, least);
        const auto strangers = window.back().place - window.front().place + 1 - least;
        if (strangers * share <= least && are(window))
            found.push_back({window.front().piece, window.back().piece});
    }
}

/// A word, but for signs before and after it.
bool has_word(std::string_view text)
{
    while (!text.empty() && !is_alphanumeric(text.back())) text.remove_suffix(1);
    while (!text.empty() && !is_alphanumeric(text.front())) text.remove_prefix(1);
    return reads_as_word(text);
}

/// Of each piece, if it is a word, or doesn't count. Asked once of each, however many stretches there are:
/// one piece may be as long as a text.
std::vector<bool> words_among(std::string_view letters, std::span<const Piece> pieces)
{
    std::vector<bool> are_words;
    are_words.reserve(pieces.size());
    for (const Piece& piece : pieces) are_words.push_back(!piece.counts || has_word(piece.token.in(letters)));
    return are_words;
}

/// A window has some of the writer's words at its ends, or leaves some of the data outside: from where no
/// word is, outwards to where words begin.
Stretch fitted(std::span<const Piece> pieces, const std::vector<bool>& is_word, Stretch stretch)
{
    constexpr std::size_t farthest = 256;
    constexpr std::size_t most_words = 64;  ///< Letters of them. More are none, or it were no data.
    std::size_t left = most_words;
    while (stretch.first < stretch.last && is_word[stretch.first] &&
           pieces[stretch.first].token.size() < left)
        left -= pieces[stretch.first++].token.size();
    left = most_words;
    while (stretch.last > stretch.first && is_word[stretch.last] && pieces[stretch.last].token.size() < left)
        left -= pieces[stretch.last--].token.size();
    const auto reach = [&](std::size_t from, bool forwards) {
        std::size_t to = from;
        std::size_t words = 0;
        std::size_t passed = 0;
        for (std::size_t at = from; (forwards ? at + 1 < pieces.size() : at > 0) && passed < farthest;) {
            at = forwards ? at + 1 : at - 1;
            passed += pieces[at].token.size();
            if (!pieces[at].counts) continue;
            words = is_word[at] ? words + 1 : 0;
            if (words == 2) break;
            if (words == 0) to = at;
        }
        return to;
    };
    return {reach(stretch.first, false), reach(stretch.last, true)};
}

/// "0x6d", "6Dh": hexadecimal that says so.
std::string_view without_marks_of_bytes(std::string_view piece)
{
    if (piece.size() > 2 && (piece.starts_with("0x") || piece.starts_with("0X"))) return piece.substr(2);
    const bool says_so = piece.size() == 3 && (piece[2] == 'h' || piece[2] == 'H');
    return says_so && is_hex(piece[0]) && is_hex(piece[1]) ? piece.substr(0, 2) : piece;
}

/// Of words, of addresses, and of what those ask for.
enum class Place { words, addresses, queries };

bool stands_in(const Piece& piece, Place place)
{
    if (place == Place::queries) return piece.in_query;
    return piece.counts && piece.in_address == (place == Place::addresses);
}

/// Letters of all that counts there, one after another.
std::vector<Letter> stream_of(std::string_view letters, std::span<const Piece> pieces, Place place)
{
    std::vector<Letter> stream;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (stands_in(pieces[i], place))
            for (const char c : without_marks_of_bytes(pieces[i].token.in(letters)))
                stream.push_back(
                    {c, static_cast<std::uint32_t>(i), pieces[i].after_space, pieces[i].after_line});
    return stream;
}

/// Links that stand among what people write, as in a year of a chat, are links, however much they ask for.
bool are_mostly_queries(std::span<const Piece> pieces, Stretch stretch)
{
    std::size_t in_queries = 0;
    std::size_t in_words = 0;
    for (const Piece& piece : pieces.subspan(stretch.first, stretch.last - stretch.first + 1)) {
        in_queries += stands_in(piece, Place::queries) ? piece.token.size() : 0U;
        in_words += stands_in(piece, Place::words) ? piece.token.size() : 0U;
    }
    return in_words <= 4 * in_queries;
}

/// Where the queries of links are data.
void find_queries(std::string_view letters, std::span<const Piece> pieces, std::vector<Stretch>& found)
{
    const auto stream = stream_of(letters, pieces, Place::queries);
    std::vector<Stretch> in_queries;
    find_windows(stream, least_in_addresses, is_dense, in_queries);
    find_windows(stream, least_in_addresses, is_of_small_alphabet, in_queries);
    std::ranges::copy_if(in_queries, std::back_inserter(found),
                         [&](Stretch stretch) { return are_mostly_queries(pieces, stretch); });
}

void add_spans(std::string_view letters, std::span<const Piece> pieces, std::span<const Stretch> found,
               std::vector<Span>& spans)
{
    if (found.empty()) return;
    const auto is_word = words_among(letters, pieces);
    for (const Stretch stretch : found) {
        const auto [first, last] = fitted(pieces, is_word, stretch);
        spans.push_back({pieces[first].token.begin, pieces[last].token.end, Carries::data});
    }
}

/// How many there are at most: whether a window can be filled at all.
struct Amounts {
    std::size_t signs = 0;  ///< All but white space.
    std::size_t letters = 0;
    std::size_t digits = 0;
};

Amounts amounts_of(std::string_view letters)
{
    Amounts amounts;
    for (const char c : letters) {
        amounts.signs += is_space(c) ? 0U : 1U;
        amounts.letters += is_alphanumeric(c) ? 1U : 0U;
        amounts.digits += is_digit(c) ? 1U : 0U;
    }
    return amounts;
}

void find_letters_and_numbers(std::string_view bare, std::vector<Span>& spans)
{
    const auto pieces = pieces_that_count(bare);
    const auto stream = stream_of(bare, pieces, Place::words);
    const auto in_addresses = stream_of(bare, pieces, Place::addresses);
    std::vector<Stretch> found;
    find_windows(stream, least_letters, is_dense, found);
    find_windows(stream, 720, is_of_small_alphabet, found);
    find_windows(stream, 2400, is_of_few_letters, found);
    // Addresses have names of things in them that are as dense as data: a list of ten of them is a list.
    find_windows(in_addresses, least_in_addresses, is_dense, found);
    find_windows(in_addresses, least_in_addresses, is_of_small_alphabet, found);
    find_queries(bare, pieces, found);
    const auto numbers = numbers_in(bare, pieces);
    find_numbers(without_labels(numbers), least_numbers, 8, are_bytes, found);
    // A long table has a word in each row.
    find_numbers(numbers, 2500, 64, are_points, found);
    add_spans(bare, pieces, found, spans);
}

void find_signs(std::string_view bare, std::vector<Span>& spans)
{
    const auto pieces = pieces_with_signs(bare);
    std::vector<Stretch> found;
    find_windows(stream_of(bare, pieces, Place::words), least_letters, is_dense_with_signs, found);
    add_spans(bare, pieces, found, spans);
}

}  // namespace

void find_even(std::string_view letters, std::vector<Span>& spans)
{
    const auto amounts = amounts_of(letters);
    const bool has_windows = amounts.letters >= least_letters || amounts.digits >= least_numbers;
    if (!has_windows && amounts.signs < least_letters) return;
    const std::string bare = without_codes(letters, Codes::records);
    if (has_windows) find_letters_and_numbers(bare, spans);
    if (amounts.signs >= least_letters) find_signs(bare, spans);
}

}  // namespace safelead::words
