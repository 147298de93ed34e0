#pragma once

// The words of documents, as every way in takes them: nothing of the file itself is kept, here or anywhere.

#include "app/actor.h"
#include "app/not_done.h"
#include "base/later.h"
#include "base/result.h"
#include "base/wipe.h"
#include "words/document.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::app {

using DocumentWords = words::Document;
using DocumentRefused = words::Refusal;

/// The document's words, or why there are none. Waits for the reader (seconds at most): not for io threads.
[[nodiscard]] Result<DocumentWords, DocumentRefused> words_of_document(std::string_view bytes,
                                                                       std::string_view name);

/// While somebody waits for a page. Two such documents hold up both workers, and with them signing in.
inline constexpr std::chrono::seconds longest_for_page{10};

/// A worker's own copy of what was sent: whoever sent it may be gone, and the request with them, before it is
/// read.
struct WipedCopy {
    explicit WipedCopy(std::string_view sent) : bytes{sent} {}
    WipedCopy(const WipedCopy&) = delete;
    WipedCopy& operator=(const WipedCopy&) = delete;
    ~WipedCopy() { wipe(bytes); }

    std::string bytes;
};

class Safelead;

/// Likewise on a worker, which takes a copy of `bytes` and wipes it; nothing if too much is waiting for one.
[[nodiscard]] std::optional<Later<Result<DocumentWords, DocumentRefused>>> read_document(
    Safelead& safelead, std::string_view bytes, std::string ending);

enum class SentAs {
    document,    ///< To take its words.
    with_a_form  ///< Beside what was typed.
};

/// Writes down that somebody sent something that was refused: who and when, never what it was. On disk when
/// it is there, whatever becomes of what they typed.
[[nodiscard]] Later<Outcome<Done>> note_refused(Safelead& safelead, const Actor& actor, SentAs sent_as);

/// What kind of document it was, in a word: "Word", "PDF".
[[nodiscard]] std::string_view name_of_kind(const DocumentWords& read);

/// The same word if it is one of those, or else "text": for what comes back from a form.
[[nodiscard]] std::string_view kind_from(std::string_view name);

/// One sentence: why, and what to do instead.
[[nodiscard]] std::string_view why_refused(DocumentRefused refused);

}  // namespace safelead::app
