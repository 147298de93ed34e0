#include "ledger/entry_store.h"

namespace safelead::ledger {

std::vector<StreamRows> EntryStore::read_streams(const OrganisationId& organisation,
                                                 std::span<const StreamId> streams) const
{
    std::vector<StreamRows> read;
    for (const auto& stream : streams)
        read.push_back({read_stream(organisation, stream, StreamPosition::start), {}});
    return read;
}

}  // namespace safelead::ledger
