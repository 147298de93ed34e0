// Whatever a part of a snapshot holds: no crash, and what could be read is written as the same bytes.

#include "app/snapshot.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <variant>

using namespace safelead;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto part = std::as_bytes(std::span{bytes, size});
    app::SnapshotParts again;
    const auto write = [&](app::AnySnapshotRow any) {
        std::visit([&](const auto& row) { again.add(row.summary, row.position); }, any);
    };
    if (!app::read_snapshot_part(part, write)) return 0;
    Bytes written;
    for (const auto& one : std::move(again).parts()) written.insert(written.end(), one.begin(), one.end());
    if (!std::ranges::equal(written, part)) std::abort();
    return 0;
}
