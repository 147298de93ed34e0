#pragma once

// What a person types is never refused and never lost; what carries data in it is taken out, and the page
// says so.
//
// 1. The text is read twice: as it is, and as a skeleton in which characters that cannot be seen are gone and
//    letters of other scripts that look like Latin ones stand for them, so that hiding data among such
//    characters does not help.
// 2. In the skeleton, spans that no writer writes are looked for: data: addresses, long runs of base64,
//    hexadecimal, percent or quoted-printable escapes, lists of byte numbers, uuencoded and ascii85 blocks,
//    links to pictures and films; and any of them cut up by spaces, lines or cells. In the text, what is
//    hidden in characters that nobody sees or writes.
// 3. Each span is replaced, in the text as it was typed, by a marker that says what was done. All else stays
//    as it was.
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
/// most eight turns, of which the last takes also what is in doubt. In time proportional to its length.
[[nodiscard]] Typed take_out_data(std::string_view text, Doubtful doubtful = Doubtful::stays);

}  // namespace safelead::words
