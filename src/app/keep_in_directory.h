#pragma once

#include "app/not_done.h"
#include "app/said.h"
#include "base/ids.h"
#include "base/later.h"
#include "directory/partnership.h"

#include <string_view>
#include <vector>

namespace safelead::app {

class Parts;

/// One command on the directory, decided on what stands and kept. `by` is whose command it is. If it changed
/// how somebody signs in, they are told (app/sign_in_changes).
[[nodiscard]] Later<Outcome<Done>> keep_in_directory(Parts& parts, std::string_view by,
                                                     const CommandId& command, const Said& said,
                                                     directory::Command change);

/// Several in one append, each decided on what the ones before it leave; all of them or none. Nobody is told.
[[nodiscard]] Later<Outcome<Done>> keep_in_directory(Parts& parts, std::string_view by,
                                                     const CommandId& command, const Said& said,
                                                     std::vector<directory::Command> changes);

}  // namespace safelead::app
