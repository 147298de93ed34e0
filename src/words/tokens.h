#pragma once

#include "words/spans.h"

#include <span>
#include <string_view>
#include <vector>

namespace safelead::words {

/// A piece of a skeleton's letters, from `begin` to `end`.
struct Token {
    std::size_t begin;
    std::size_t end;

    [[nodiscard]] std::string_view in(std::string_view letters) const
    {
        return letters.substr(begin, end - begin);
    }
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// Pieces between the letters that separate.
template <class Separates>
[[nodiscard]] std::vector<Token> pieces_of(std::string_view letters, Separates separates)
{
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < letters.size();) {
        while (at < letters.size() && separates(letters[at])) ++at;
        const std::size_t begin = at;
        while (at < letters.size() && !separates(letters[at])) ++at;
        if (at > begin) tokens.push_back({begin, at});
    }
    return tokens;
}

/// Pieces between white space.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view letters);

/// Pieces between white space, commas, semicolons, bars, quotation marks and brackets: cells, too.
[[nodiscard]] std::vector<Token> cells_of(std::string_view letters);

/// Lines without what ends them, empty ones too.
[[nodiscard]] std::vector<Token> lines_of(std::string_view letters);

/// What was found so far.
struct Found {
    std::vector<Span> spans;
    /// Long marks in the addresses of some known places and the names of messages: words, unless they are
    /// many.
    std::vector<Span> tolerated;
    std::size_t letters_tolerated = 0;

    void tolerate(Span span, std::size_t letters)
    {
        tolerated.push_back(span);
        letters_tolerated += letters;
    }
};

/// Adds what one piece between white space carries by itself: an address of data, a link to a picture, a long
/// run. The words around it in the piece stay.
void find_in_token(std::string_view letters, Token token, Found& found);

/// Blocks that say where they begin and end: uuencode, yEnc, ascii85, BinHex, PEM; data: addresses in pieces.
void find_blocks(std::string_view letters, std::vector<Span>& spans);

/// Runs of pieces that are data cut up: by spaces, by lines, over cells; lists of byte numbers, dots and
/// dashes.
void find_runs(std::string_view letters, std::vector<Span>& spans);

/// Bytes that are written as numbers, one by one or a few together: hexadecimal, or noughts and ones, by what
/// they look like; of any base, by the file that they begin.
void find_byte_numbers(std::string_view letters, std::vector<Span>& spans);

/// Of those, what begins as a file does, whatever the base, and however many of the numbers have no letters.
void find_files_in_numbers(std::string_view letters, std::span<const Token> tokens, std::vector<Span>& spans);

/// Dumps: lines that begin with the place that their bytes have in a file, which rises by one step; and words
/// of two bytes in octal.
void find_dumps(std::string_view letters, const std::vector<Token>& tokens, std::vector<Span>& spans);

/// A file in base64 or ascii85 that is cut into pieces of one length, by what it begins with: lines, cells of
/// one column, pieces with words between.
void find_cut_files(std::string_view letters, const std::vector<Token>& tokens,
                    const std::vector<Token>& cells, std::vector<Span>& spans);

/// "0123ABCD-…": the shape of a UUID, which is a name for a thing.
[[nodiscard]] bool is_uuid(std::string_view piece);

/// An address with a scheme, or one that begins "www.".
[[nodiscard]] bool is_address(std::string_view token);

/// Looks like data and can't be a word, but might be a code, if it is short.
[[nodiscard]] bool is_noisy(std::string_view piece);

}  // namespace safelead::words
