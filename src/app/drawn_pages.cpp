#include "app/drawn_pages.h"

#include "app/parts.h"

namespace safelead::app {

OpenBasis open_basis(Safelead& safelead)
{
    return {std::chrono::floor<std::chrono::minutes>(safelead.now()),
            safelead.parts().directory().read().partnership};
}

DrawnPages::Bytes DrawnPages::kept(const OpenBasis& basis, std::string_view name)
{
    const std::scoped_lock lock{mutex_};
    if (basis != basis_) {
        basis_ = basis;
        pages_.clear();
    }
    const auto found = pages_.find(name);
    return found == pages_.end() ? nullptr : found->second;
}

DrawnPages::Bytes DrawnPages::page(const OpenBasis& basis, std::string_view name,
                                   const std::function<std::string()>& draw)
{
    if (auto before = kept(basis, name)) return before;
    auto drawn = std::make_shared<const std::string>(draw());
    const std::scoped_lock lock{mutex_};
    if (basis == basis_ && pages_.size() < most) pages_.insert_or_assign(std::string{name}, drawn);
    return drawn;
}

}  // namespace safelead::app
