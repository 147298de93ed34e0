#pragma once

#include <string_view>

namespace safelead::words {

/// Why a document did not become words.
enum class Refusal {
    empty,
    too_large,
    picture,
    film,
    sound,
    archive,
    program,
    encrypted,
    no_words,      ///< Read to its end, and nothing in it but pictures or nothing at all.
    other_kind,    ///< A kind that is not read here: a spreadsheet, RTF, a web page.
    not_its_name,  ///< Its content is not what the ending of its name says.
    not_letters,   ///< Text in letters that could not be told, or no text.
    carries_data,
    broken,
    too_much,  ///< Unpacks to more than anybody writes.
    too_slow,
    not_confined,  ///< Nothing was read: what keeps the reader apart could not be put in place.
    not_installed
};

/// One sentence: what it was and what to do instead. Never anything from the document or its name.
[[nodiscard]] std::string_view sentence(Refusal refusal);

}  // namespace safelead::words
