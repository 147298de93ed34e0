#pragma once

// The words of documents, as every way in takes them: nothing of the file itself is kept, here or anywhere.

#include "base/result.h"
#include "words/document.h"

#include <string>
#include <string_view>

namespace safelead::app {

using DocumentWords = words::Document;
using DocumentRefused = words::Refusal;

/// The document's words, or why there are none. Waits for the reader (seconds at most): not for io threads.
[[nodiscard]] Result<DocumentWords, DocumentRefused> words_of_document(std::string_view bytes,
                                                                       std::string_view name);

/// One sentence: why, and what to do instead.
[[nodiscard]] std::string_view why_refused(DocumentRefused refused);

}  // namespace safelead::app
