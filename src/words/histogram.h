#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

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

/// However even, it says the same again and again: of its stretches of `length`, few differ.
template <class KindAt>
[[nodiscard]] bool says_the_same(std::size_t size, std::size_t length, KindAt kind_at)
{
    std::vector<bool> seen(1U << 13U);
    std::size_t different = 0;
    for (std::size_t i = 0; i + length <= size; ++i) {
        std::uint32_t hash = 2166136261U;
        for (std::size_t j = i; j < i + length; ++j) hash = (hash ^ kind_at(j)) * 16777619U;
        const auto place = (hash ^ (hash >> 13U)) & 0x1FFFU;
        different += seen[place] ? 0U : 1U;
        seen[place] = true;
    }
    return different * 100 < size * 45;
}

}  // namespace safelead::words
