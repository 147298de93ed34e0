#pragma once

// A long list, some at a time: brought all at once, the first would be out of memory again before anybody
// looks at them.

#include <algorithm>
#include <cstddef>
#include <vector>

namespace safelead::app {

inline constexpr std::ptrdiff_t most_in_a_batch = 25;

template <class AnyId>
[[nodiscard]] std::vector<std::vector<AnyId>> batches_of(const std::vector<AnyId>& ids)
{
    std::vector<std::vector<AnyId>> batches;
    for (auto from = ids.begin(); from != ids.end();) {
        const auto to = from + std::min(most_in_a_batch, ids.end() - from);
        batches.emplace_back(from, to);
        from = to;
    }
    return batches;
}

}  // namespace safelead::app
