#pragma once

#include <cstddef>
#include <limits>

namespace safelead::app {

/// Some of a long list.
struct Window {
    std::size_t first = 0;
    std::size_t most = 25;
};

/// All of it.
inline constexpr Window whole_list{0, std::numeric_limits<std::size_t>::max()};

}  // namespace safelead::app
