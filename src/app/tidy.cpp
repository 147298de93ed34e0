#include "app/tidy.h"

#include "app/parts.h"

namespace safelead::app {

std::uint64_t remove_expired(Safelead& safelead)
{
    auto& parts = safelead.parts();
    return parts.passing->store().remove_expired(parts.now());
}

}  // namespace safelead::app
