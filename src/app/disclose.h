#pragma once

#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"

#include <cstdint>
#include <string>

namespace safelead::app {

/// One entry as it is given away, with the key that opens it alone: docs/formats/disclosure.md, one line of
/// JSON. That it was is kept first. NotThere if there is no such entry, or it was erased.
[[nodiscard]] Later<Outcome<std::string>> disclose_entry(Safelead& safelead,
                                                         const OrganisationId& organisation,
                                                         std::uint64_t position, std::string why);

}  // namespace safelead::app
