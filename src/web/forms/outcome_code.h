#pragma once

// The outcome code of a recorded crime, as it is typed: one of the list, and in use on that day.

#include "directory/police_outcomes.h"
#include "web/text/phrase.h"

#include <optional>
#include <span>
#include <string>

namespace safelead::web {

/// What is wrong with it, if anything is; else `code` is as the list writes it. Nothing typed is not wrong.
[[nodiscard]] std::optional<Phrase> wrong_outcome(std::string& code,
                                                  std::span<const directory::OutcomeCode> codes, Date day);

}  // namespace safelead::web
