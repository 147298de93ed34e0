#include "app/said.h"

namespace safelead::app {

void Said::text(std::string_view text)
{
    said_ += std::to_string(text.size());
    said_ += ':';
    said_ += text;
}

Bytes Said::bytes() const
{
    const auto view = bytes_of(said_);
    return {view.begin(), view.end()};
}

}  // namespace safelead::app
