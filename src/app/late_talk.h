#pragma once

// Young people who have waited for an answer longer than their school said.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

struct LateTalk {
    record::Reference reference;
    Instant since{};                  ///< Since when they wait.
    std::optional<Instant> due;       ///< By when the school said; nothing if nobody is set to answer.
    bool is_passed_up = false;        ///< It reaches whoever looks as the next person up.
    std::vector<std::string> answer;  ///< Who should have answered, by name.
};

/// Those that are for whoever looks, the longest waiting first: for who answers once they are late, and a day
/// later for the next person up who may read it. Only of conversations that they may read.
[[nodiscard]] Outcome<std::vector<LateTalk>> late_talk(Safelead& safelead, const Actor& actor);

}  // namespace safelead::app
