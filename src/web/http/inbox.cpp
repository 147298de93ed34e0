#include "web/http/inbox.h"

#include <algorithm>
#include <cstring>

namespace safelead::web {

namespace {

constexpr std::size_t first_size = 4096;

}  // namespace

void Inbox::use(std::size_t count)
{
    begin_ += count;
    if (begin_ == end_) begin_ = end_ = 0;
}

std::span<char> Inbox::space(std::size_t most)
{
    if (end_ == bytes_.size() && begin_ > 0) {
        std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (end_ == bytes_.size() && bytes_.size() < most) {
        bytes_.resize(std::min(most, std::max(first_size, bytes_.size() * 2)));
    }
    return std::span{bytes_}.subspan(end_);
}

}  // namespace safelead::web
