#include "ledger/key_row.h"

#include "ledger/wire.h"

namespace safelead::ledger {
namespace {

WireWriter labelled(std::string_view label)
{
    WireWriter writer;
    writer.bytes(bytes_of(label)).u8(0);
    return writer;
}

}  // namespace

StreamKeyRow destroyed_row(const OrganisationId& organisation, const StreamId& stream, const PartId& part)
{
    return {organisation, stream, part, KeyEpoch::none, {}};
}

bool is_destroyed(const StreamKeyRow& row)
{
    return row.wrapped.empty();
}

crypto::Digest digest_of(const OrganisationKeyRow& row)
{
    return crypto::sha256(labelled("safelead.organisation-key-row.1")
                              .id(row.organisation.text())
                              .u32(static_cast<std::uint32_t>(row.epoch))
                              .bytes(row.wrapped)
                              .written());
}

crypto::Digest digest_of(const StreamKeyRow& row)
{
    return crypto::sha256(labelled("safelead.stream-key-row.1")
                              .id(row.organisation.text())
                              .id(row.stream.text())
                              .id(row.part.text())
                              .u32(static_cast<std::uint32_t>(row.epoch))
                              .bytes(row.wrapped)
                              .written());
}

}  // namespace safelead::ledger
