#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace safelead::web {

/// Bytes that came and are not yet used.
class Inbox {
public:
    [[nodiscard]] std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }
    [[nodiscard]] bool empty() const { return begin_ == end_; }
    void use(std::size_t count);

    /// Space behind what is there; none if that would be more than `most`.
    [[nodiscard]] std::span<char> space(std::size_t most);
    void add(std::size_t count) { end_ += count; }

private:
    std::vector<char> bytes_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace safelead::web
