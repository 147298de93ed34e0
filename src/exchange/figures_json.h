#pragma once

// guidance/local/<area>/figures.json (docs/formats/figures.md).

#include "exchange/contacts_json.h"
#include "guidance/figures.h"

namespace safelead::exchange {

/// The sets of one file, in its order. `file` is only for the message.
[[nodiscard]] Result<std::vector<guidance::FigureSet>, FileFault> parse_figures(std::string_view file,
                                                                                std::string_view text);

}  // namespace safelead::exchange
