#pragma once

// A document comes in as bytes and goes out as plain text, or is refused with one sentence. It is read in a
// process of its own that can do nothing else (reader_process.h), is never written to a disk, and what this
// side holds of it is wiped.

#include "base/result.h"
#include "words/kinds.h"

#include <chrono>
#include <string>
#include <string_view>

namespace safelead::words {

struct Document {
    Kind kind;
    std::string text;
    std::size_t pictures_left_out = 0;
    std::size_t files_left_out = 0;
    std::size_t links_taken_out = 0;
    bool may_have_pictures = false;  ///< They could not be counted. If there are any, they are left out, too.
};

inline constexpr std::size_t largest_document = 20 << 20;

/// The words of a document. `name` may be "" and is asked only for its ending. Waits for the reader, so it is
/// for workers; at most `longest`.
[[nodiscard]] Result<Document, Refusal> read_document(
    std::string_view bytes, std::string_view name,
    std::chrono::milliseconds longest = std::chrono::seconds{20});

}  // namespace safelead::words
