#pragma once

#include "base/result.h"
#include "words/extracted.h"
#include "words/letters.h"
#include "words/refusal.h"

#include <string_view>

namespace safelead::words {

/// The words of an e-mail: who, to whom, when, about what, and its text, of which the richest form that has
/// words is taken where there are several. Messages sent on within it are read too; what is attached is left
/// out and counted, and if there is nothing else, that is refused.
[[nodiscard]] Result<Extracted, Refusal> read_message(std::string_view bytes, const Charsets& charsets);

}  // namespace safelead::words
