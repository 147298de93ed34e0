#pragma once

#include "app/concerns.h"

#include <string>

namespace safelead::app {

inline constexpr std::size_t most_cases_found = 25;

struct CasesFound {
    std::vector<ListedCase> cases;
    Names names;
    bool is_all = true;  ///< Otherwise there may be more than these.
};

/// Cases that whoever asks may read: by their reference; else by the name of a child who is or was in them
/// (how every word of it begins); else by words that somebody wrote in them or in their concerns. On a
/// worker. The first search for words after a start reads everything, and takes as long as that does.
[[nodiscard]] Later<Outcome<CasesFound>> find_cases(Safelead& safelead, const Actor& actor,
                                                    std::string typed);

}  // namespace safelead::app
