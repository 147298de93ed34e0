#include "ledger/log.h"
#include "ledger/opening.h"
#include "ledger/seal.h"

namespace safelead::ledger {

Result<Disclosed, Fault> Log::Inside::disclose(LogPosition position) const
{
    Opening opening{organisation, keys_};
    const Fault nothing{organisation, position, std::nullopt, Wrong::gap_in_log};
    if (position == LogPosition::start) return fail(nothing);
    auto stored = store.read(organisation, LogPosition{number(position) - 1}, 1);
    if (stored.empty() || stored.front().log_position != position) return fail(nothing);
    auto& row = stored.front();
    const auto opened = SL_TRY(opening.open(row));
    if (opened.readable == Readable::erased) return fail(opening.fault(row, Wrong::erased));
    const auto part_key = keys_.part_key(organisation, row.stream, opened.header.part);
    if (!part_key) return fail(opening.fault(row, part_key.error()));
    const auto entry = parse_entry(row.bytes);
    return Disclosed{position, opened.header, row.bytes, key_of_entry(*entry, **part_key)};
}

Result<Disclosed, Fault> Log::disclose(LogPosition position) const
{
    return inside_->disclose(position);
}

}  // namespace safelead::ledger
