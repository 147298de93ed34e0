#pragma once

// Which cases may have a word in them. In memory only, 256 bytes for a case and no text: what may have it is
// read, and then it is known. About one case in two hundred is read in vain.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

class WordFilters {
public:
    /// Cases are numbered from 0. What was put stays: more is only ever written.
    void add(std::uint32_t number, std::span<const std::string_view> texts);

    /// Of the first `count` numbers, those that may have every one of these words (small letters), the last
    /// first.
    [[nodiscard]] std::vector<std::uint32_t> may_have(std::span<const std::string> words,
                                                      std::size_t count) const;

    [[nodiscard]] std::size_t bytes() const { return filters_.capacity() * sizeof(Filter); }

private:
    static constexpr std::size_t bits = 2048;
    static constexpr std::size_t bits_in_a_piece = 64;
    using Filter = std::array<std::uint64_t, bits / bits_in_a_piece>;

    std::vector<Filter> filters_;
};

}  // namespace safelead::app
