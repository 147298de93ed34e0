#pragma once

#include "base/later.h"

#include <vector>

namespace safelead::app {

/// All of them, in their order, when the last is there. What one throws, this throws.
template <class Value>
[[nodiscard]] Later<std::vector<Value>> all_of(std::vector<Later<Value>> waiting,
                                               std::vector<Value> so_far = {})
{
    while (so_far.size() < waiting.size()) {
        auto& next = waiting[so_far.size()];
        if (!next.is_ready()) {
            auto later = std::move(next);
            next = Later<Value>::after(nullptr, {});
            return std::move(later).then(
                [waiting = std::move(waiting), so_far = std::move(so_far)](Value value) mutable {
                    so_far.push_back(std::move(value));
                    return all_of(std::move(waiting), std::move(so_far));
                });
        }
        so_far.push_back(std::move(next).take());
    }
    return so_far;
}

}  // namespace safelead::app
