#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace safelead::words {

enum class Carries {
    data,
    link,        ///< To a picture or film.
    long_link,   ///< With more in it than an address needs.
    look_alike,  ///< A letter or space that only looks like the plain one, which stands there after.
    nothing      ///< Characters that nobody sees, after the first of them was marked.
};

/// From `begin` to `end`, something no writer writes. Of a skeleton's letters, or of a text's bytes.
struct Span {
    std::size_t begin;
    std::size_t end;
    Carries carries;
};

/// Every such span of a skeleton's letters, in order, none overlapping another.
[[nodiscard]] std::vector<Span> find_spans(std::string_view letters);

/// Spans of letters in single words that look like data but are too short to tell; many of them together are
/// data.
[[nodiscard]] std::vector<Span> find_doubtful(std::string_view letters);

/// In order, and those that overlap made one.
[[nodiscard]] std::vector<Span> apart(std::vector<Span> spans);

}  // namespace safelead::words
