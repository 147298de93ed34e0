#pragma once

#include <cstddef>
#include <string>

namespace safelead::words {

/// The words of a document before the gate has looked at them, and what was left where it was.
struct Extracted {
    std::string text;
    std::size_t pictures_left_out = 0;
    std::size_t files_left_out = 0;
};

// More than anybody writes: 2 MB is a long novel.
inline constexpr std::size_t longest_text = 2 << 20;

}  // namespace safelead::words
