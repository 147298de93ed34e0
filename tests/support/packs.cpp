#include "support/packs.h"

#include "support/source_dir.h"

#include <stdexcept>

namespace safelead::test {

const app::Packs& packs()
{
    static const app::Packs all = [] {
        auto loaded = app::Packs::load(std::filesystem::path{safelead::test::source_dir()} / "guidance");
        if (!loaded) throw std::runtime_error{loaded.error().text()};
        return std::move(loaded).value();
    }();
    return all;
}

const guidance::Pack& pack(std::string_view edition)
{
    const guidance::Pack* found = packs().find(edition);
    if (found == nullptr) throw std::runtime_error{"no such edition"};
    return *found;
}

}  // namespace safelead::test
