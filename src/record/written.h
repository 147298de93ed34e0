#pragma once

// What people wrote, and what the tasks say, for whoever looks for a word: as it stands in the events, the
// oldest first.

#include "record/case.h"
#include "record/concern.h"
#include "record/referral.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::record {

/// They last as long as the events do.
[[nodiscard]] std::vector<std::string_view> written_in(const Concern& concern);
[[nodiscard]] std::vector<std::string_view> written_in(const Case& of);
/// What was sent and what was said since: who the children are, who sent it, every step.
[[nodiscard]] std::vector<std::string_view> written_in(const Referral& referral);

/// The words of a text as they are looked for (base/folded.h), each once for each time it stands there.
[[nodiscard]] std::vector<std::string> words_of_text(std::string_view text);

}  // namespace safelead::record
