// Any bytes as a Common Transfer File: a fault that says what to do, or pupils.

#include "exchange/import_files.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace safelead;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto read = exchange::children_of_ctf({reinterpret_cast<const char*>(bytes), size});
    if (!read && (read.error().empty() || read.error().front().fix.empty())) std::abort();
    if (read && read->size() > record::most_imported_children) std::abort();
    return 0;
}
