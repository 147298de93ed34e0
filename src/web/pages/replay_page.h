#pragma once

// What recorded advice would be under another edition or with an overlay.

#include "app/replay.h"
#include "web/forms/form_writer.h"
#include "web/html/html.h"

#include <string_view>
#include <vector>

namespace safelead::web {

struct ReplayPage {
    const app::Packs& packs;
    const directory::Zone& zone;
    std::string_view organisation;
    const app::ReplayShown* shown = nullptr;  ///< Null until somebody asks.
};

/// `/guidance/replay`: what to weigh by, and what came of it.
[[nodiscard]] Html replay_page(const FormWriter& form, const ReplayPage& page);

/// The cases that would come out differently, each with what would be different and the decisions made on it.
[[nodiscard]] Html replayed_cases(const Speaker& say, const ReplayPage& page);

}  // namespace safelead::web
