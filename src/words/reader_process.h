#pragma once

// The process that reads documents: this program itself, started anew so that it has none of the server's
// memory, with the document on its standard input. It confines itself before it reads the first byte, and
// puts what it finds through the gate. On its standard output stand three numbers, each with one character
// after it: how many pictures and files were left out, and links taken out; then the words.
//
// PDF takes two: one becomes pdftotext, and the other puts through the gate what that wrote.

#include "words/kinds.h"

#include <optional>

namespace safelead::words {

// How it ends, when it does not end with the words.
inline constexpr int exit_refused = 100;  ///< And the Refusal added.

/// The arguments that make a program of ours the reader.
inline constexpr const char* reader_word = "read-document-confined";
[[nodiscard]] const char* reader_kind_word(Kind kind);
inline constexpr const char* pdftotext_word = "text-of-pdf";
inline constexpr const char* list_pictures_word = "pictures-of-pdf";

/// Called first in every `main` that may read documents: does the reader's work, and says with what to exit,
/// if the arguments ask for it.
[[nodiscard]] std::optional<int> run_as_reader(int count, char** arguments);

}  // namespace safelead::words
