#include "web/html/assets.h"

#include "base/bug.h"

#include <algorithm>

namespace safelead::web {

const Asset* find_asset(std::string_view path)
{
    const auto assets = all_assets();
    const auto found = std::ranges::find(assets, path, &Asset::path);
    return found == assets.end() ? nullptr : &*found;
}

std::string_view asset_path(std::string_view name)
{
    const auto assets = all_assets();
    const auto found = std::ranges::find(assets, name, &Asset::name);
    if (found == assets.end()) throw_bug("a page asks for an asset that tools/build-assets does not make");
    return found->path;
}

}  // namespace safelead::web
