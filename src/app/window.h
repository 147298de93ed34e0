#pragma once

#include <cstddef>

namespace safelead::app {

/// Some of a long list.
struct Window {
    std::size_t first = 0;
    std::size_t most = 25;
};

}  // namespace safelead::app
