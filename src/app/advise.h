#pragma once

// Advice on facts that somebody hands over, without a case and without keeping anything.

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

struct AdviseRequest {
    std::filesystem::path guidance;  ///< The folder of packs.
    std::string edition;
    std::vector<std::string> overlays;
    std::string facts;     ///< JSON, as docs/formats/advice.md says.
    std::string shown_as;  ///< What an error calls the facts: the file's name.
};

/// Why there is no advice: one sentence, naming file, line and field.
struct NotAdvised {
    enum class Because : unsigned char { unknown_edition, bad_pack, bad_facts };

    Because because;
    std::string text;
};

/// One line of JSON for each facts object, in order; or, if anything at all is wrong, none.
/// @throws Unavailable when the packs cannot be read.
[[nodiscard]] Result<std::vector<std::string>, NotAdvised> advise(const AdviseRequest& request);

}  // namespace safelead::app
