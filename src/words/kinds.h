#pragma once

#include "base/result.h"
#include "words/refusal.h"

#include <optional>
#include <string_view>

namespace safelead::words {

/// What is read. Plain text, CSV and Markdown are kept as they are; the others become plain text.
enum class Kind { plain, csv, markdown, docx, odt, pdf, eml };

/// What a file is, by its content; `name` may be "" and is only asked for its ending, which must not say
/// something else. A zip is taken at its name's word (docx or odt): whoever unpacks it finds out.
[[nodiscard]] Result<Kind, Refusal> kind_of(std::string_view bytes, std::string_view name);

/// Whether the ending of `name` says one of the kinds that are read.
[[nodiscard]] bool names_kind(std::string_view name);

/// Says if `bytes` begin as one of the kinds of file that are no words. For the parts of a message, too.
[[nodiscard]] std::optional<Refusal> begins_as_file(std::string_view bytes);

/// Whether any file begins with these two bytes: to be asked of what may be decoded, first.
[[nodiscard]] bool may_begin_file(unsigned first, unsigned second);

/// Likewise of the first two of `bytes`; of fewer it says no.
[[nodiscard]] bool may_begin_file(std::string_view bytes);

/// Whether bytes that were decoded from letters, of which 32 are enough, begin as a file does. Words can be
/// decoded, too, so what is asked of short marks is what must follow them. Of fewer than 16 it says no.
[[nodiscard]] bool begins_as_file_beyond_doubt(std::string_view bytes);

/// No byte of them controls anything but lines and tabs.
[[nodiscard]] bool has_words_only(std::string_view bytes);

}  // namespace safelead::words
