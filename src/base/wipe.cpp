#include "base/wipe.h"

#include <string.h>

namespace safelead {

void wipe(std::string& bytes)
{
    bytes.resize(bytes.capacity());
    ::explicit_bzero(bytes.data(), bytes.size());
    bytes.clear();
}

}  // namespace safelead
