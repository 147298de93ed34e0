#pragma once

#include "base/result.h"
#include "words/extracted.h"
#include "words/refusal.h"

#include <string_view>

namespace safelead::words {

/// The words of a Word document (ISO/IEC 29500): its text, headers, footers, notes and comments. Nothing that
/// was deleted with changes tracked, no description of a picture, no picture.
[[nodiscard]] Result<Extracted, Refusal> read_docx(std::string_view bytes);

/// The words of an OpenDocument text (ISO/IEC 26300), likewise.
[[nodiscard]] Result<Extracted, Refusal> read_odt(std::string_view bytes);

}  // namespace safelead::words
