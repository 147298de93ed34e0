#pragma once

#include "base/result.h"
#include "words/kinds.h"

#include <chrono>
#include <string>
#include <string_view>

namespace safelead::words {

/// What the reader process makes of `bytes`: its standard output. The process is gone when this returns,
/// whatever it was doing. It is this program, which calls `run_as_reader` first in its main.
[[nodiscard]] Result<std::string, Refusal> run_reader(Kind kind, std::string_view bytes,
                                                      std::chrono::milliseconds longest);

}  // namespace safelead::words
