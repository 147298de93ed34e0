#pragma once

#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"

#include <cstdint>
#include <string>

namespace safelead::app {

/// One entry as it is given away, with the key that opens it alone and the proof of its place:
/// docs/formats/disclosure.md, one line of JSON. That it was is kept first. NotThere if there is no such
/// entry, or it was erased. Waits for the disk, so never on an io thread.
/// @throws Unavailable when no checkpoint can be made.
[[nodiscard]] Later<Outcome<std::string>> disclose_entry(Safelead& safelead,
                                                         const OrganisationId& organisation,
                                                         std::uint64_t position, std::string why);

}  // namespace safelead::app
