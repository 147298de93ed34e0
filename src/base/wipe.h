#pragma once

#include <string>

namespace safelead {

/// Overwrites the bytes so that they are gone from memory, also those beyond its end that it has room for,
/// and empties it.
void wipe(std::string& bytes);

}  // namespace safelead
