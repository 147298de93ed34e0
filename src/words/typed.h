#pragma once

// What a person types is never refused and never lost; what carries data in it is taken out, and the page
// says so.
//
// 1. The text, in UTF-8, is looked at as it is, and as a skeleton in which characters that cannot be seen are
//    gone and Latin letters stand for those of other scripts that look like them, so that hiding data among
//    such characters does not help.
// 2. In the text, what is hidden in characters that nobody sees or writes is looked for. In the skeleton, in
//    five readings (spans.h), spans that no writer writes: blocks that say where they begin (uuencode, PEM,
//    ascii85); drawings in letters (SVG, Netpbm, DXF); runs of pieces cut up by spaces, lines or cells; what
//    is spread evenly, if there is enough of it for a picture, whatever stands between; and in each piece,
//    data: addresses, long runs of base64, hexadecimal or escapes, links to pictures and films.
// 3. Each span is replaced, in the text as it was typed, by a marker that says what was done; letters that
//    only look like Latin ones, by those, with one marker for all. All else stays as it was. What is left is
//    looked at again, until nothing is found, in at most eight turns.
//
// Names, account names, handles, ordinary links, telephone and reference numbers are words, and stay.

#include <cstddef>
#include <string>
#include <string_view>

namespace safelead::words {

inline constexpr std::string_view data_marker = "[something that was not words was taken out here]";
inline constexpr std::string_view link_marker = "[a link to a picture or film was taken out here]";
inline constexpr std::string_view long_link_marker =
    "[a link with more in it than an address was taken out here]";

/// What was typed, as it is kept.
struct Typed {
    std::string text;
    std::size_t data_taken_out = 0;
    std::size_t links_taken_out = 0;
    std::size_t letters_in_doubt = 0;  ///< In pieces that look like data but are too short to tell.

    [[nodiscard]] bool is_as_typed() const { return data_taken_out == 0 && links_taken_out == 0; }
};

/// What is done with pieces that are too short to tell. One field can't know what stands in the next: whoever
/// reads all the fields of a form can.
enum class Doubtful { stays, goes };

/// Takes out of `text` (valid UTF-8) what carries data, and then what can be told from what is left, in at
/// most eight turns, of which the eighth takes also what is in doubt. In time proportional to its length.
[[nodiscard]] Typed take_out_data(std::string_view text, Doubtful doubtful = Doubtful::stays);

}  // namespace safelead::words
