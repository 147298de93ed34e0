#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace safelead::words {

/// How often each of so many kinds comes.
template <std::size_t size>
struct Histogram {
    std::array<std::size_t, size> times{};
    std::size_t all = 0;

    void add(std::size_t kind)
    {
        ++times[kind];
        ++all;
    }
    [[nodiscard]] std::size_t kinds() const
    {
        return size - static_cast<std::size_t>(std::ranges::count(times, 0U));
    }
    /// What one of them carries (its entropy).
    [[nodiscard]] double bits() const
    {
        double sum = 0;
        for (const auto count : times)
            if (count > 0) sum -= static_cast<double>(count) * std::log2(static_cast<double>(count));
        return all == 0 ? 0 : sum / static_cast<double>(all) + std::log2(static_cast<double>(all));
    }
    /// As many bits as its kinds can carry, but for `slack` and for what chance takes off.
    [[nodiscard]] bool is_even(double slack) const
    {
        const auto count = static_cast<double>(kinds());
        return bits() >= std::log2(count) - slack - (count - 1) / (1.386 * static_cast<double>(all));
    }
};

}  // namespace safelead::words
