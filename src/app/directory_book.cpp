#include "app/directory_book.h"

namespace safelead::app {

void DirectoryBook::take(const Entered& entered, Shown shown)
{
    const auto* event = std::get_if<std::shared_ptr<const directory::Event>>(&entered.event);
    if (event == nullptr) return;
    position_ = entered.position;
    if (shown == Shown::not_yet) {
        *partnership_ = evolve(std::move(*partnership_), **event);
    } else {
        partnership_ = std::make_shared<directory::Partnership>(evolve(*partnership_, **event));
    }
}

}  // namespace safelead::app
