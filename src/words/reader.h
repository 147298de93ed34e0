#pragma once

#include "base/result.h"
#include "words/kinds.h"

#include <chrono>
#include <string>
#include <string_view>

namespace safelead::words {

/// What the reader process makes of `bytes`: its standard output, as the head of reader_process.h says. The
/// process is gone when this returns, whatever it was doing. It is this program, which calls `run_as_reader`
/// first in its main. What could not pass the gate is in no memory of this side afterwards.
[[nodiscard]] Result<std::string, Refusal> run_reader(Kind kind, std::string_view bytes,
                                                      std::chrono::milliseconds longest);

/// Likewise what poppler's pdfimages lists of the pictures in a PDF, one a line. It is given no place to put
/// one.
[[nodiscard]] Result<std::string, Refusal> list_pictures(std::string_view pdf,
                                                         std::chrono::milliseconds longest);

}  // namespace safelead::words
