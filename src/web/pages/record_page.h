#pragma once

#include "app/proof.h"
#include "directory/local_time.h"
#include "web/html/html.h"
#include "web/text/phrase.h"

#include <optional>
#include <string>

namespace safelead::web {

struct RecordShown {
    std::optional<app::RecordProof> proof;  ///< Nothing before the first checkpoint.
    std::string asked;                      ///< The entry, as it was typed.
    std::string entry_proof;                ///< Empty if none was asked for.
    std::optional<Phrase> not_proved;       ///< Why there is no proof of what was asked for.
};

/// `/record`: what can be proved of the record, in plain words, and the means to do so.
[[nodiscard]] Html record_page(const Speaker& say, const directory::Zone& zone, const RecordShown& shown);

}  // namespace safelead::web
