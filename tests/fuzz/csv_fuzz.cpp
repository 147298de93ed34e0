// Any bytes as each of the tables that are imported: faults that say what to do, or rows.

#include "exchange/import_files.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace safelead;

namespace {

template <class Rows>
void is_read(const Rows& read)
{
    if (read) return;
    if (read.error().empty()) std::abort();
    for (const auto& fault : read.error())
        if (fault.fix.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    is_read(exchange::children_of_csv(text, {}));
    is_read(exchange::children_of_csv(text, {{"given_name", "a"}, {"family_name", "b"}, {"born", "c"}}));
    is_read(exchange::staff_of_csv(text, {{"email", "a"}, {"roles", "b"}}));
    is_read(exchange::schools_of_gias(text, {"383"}));
    is_read(exchange::successors_of_gias(text));
    return 0;
}
