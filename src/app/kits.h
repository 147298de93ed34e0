#pragma once

// Which schools used a campaign's kit: a school says so, the coordinator sees all. Nothing of it is about a
// child.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "directory/kit_use.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

/// What their own school said of this kit.
[[nodiscard]] Outcome<std::vector<directory::KitUse>> own_kit_uses(Safelead& safelead, const Actor& actor,
                                                                   std::string_view campaign);

[[nodiscard]] Later<Outcome<Done>> record_kit_use(Safelead& safelead, const Actor& actor,
                                                  const CommandId& command, directory::KitUse use);

struct KitUseBySchool {
    std::string school;
    directory::KitUse use;
};

/// Those of every school, by school and day: for the coordinator.
[[nodiscard]] Outcome<std::vector<KitUseBySchool>> all_kit_uses(Safelead& safelead, const Actor& actor,
                                                                std::string_view campaign);

}  // namespace safelead::app
