#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace safelead::words {

enum class Carries { data, link };

/// Letters `begin` to `end` of a skeleton that carry something no writer writes.
struct Span {
    std::size_t begin;
    std::size_t end;
    Carries carries;
};

/// Every such span, in order, none overlapping another.
[[nodiscard]] std::vector<Span> find_spans(std::string_view letters);

}  // namespace safelead::words
