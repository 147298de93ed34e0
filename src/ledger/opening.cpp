#include "ledger/opening.h"

#include "ledger/keyring.h"
#include "ledger/seal.h"

namespace safelead::ledger {
namespace {

std::optional<Wrong> mismatch(const EntryHeader& header, const OrganisationId& organisation,
                              const StoredEntry& row)
{
    if (header.organisation != organisation) return Wrong::another_organisation;
    if (header.stream != row.stream) return Wrong::another_stream;
    if (header.position != row.position) return Wrong::another_position;
    if (header.time != row.time) return Wrong::another_time;
    return std::nullopt;
}

}  // namespace

Opening::Opening(OrganisationId organisation, Keyring& keys)
    : organisation_{std::move(organisation)}, keys_{keys}
{
}

Result<OpenedEntry, Fault> Opening::open(const StoredEntry& stored)
{
    auto entry = parse_entry(stored.bytes);
    if (!entry) return fail(fault(stored, Wrong::not_an_entry));
    if (const auto wrong = mismatch(entry->header, organisation_, stored)) return fail(fault(stored, *wrong));
    auto plaintext = plaintext_of(*entry);
    if (!plaintext && plaintext.error() == Wrong::erased)
        return OpenedEntry{stored.log_position, std::move(*std::move(entry)).header, {}, Readable::erased};
    if (!plaintext) {
        auto found = fault(stored, plaintext.error());
        const bool is_of_key = found.wrong == Wrong::no_key || found.wrong == Wrong::key_does_not_unwrap;
        if (is_of_key) found.part = entry->header.part;
        return fail(std::move(found));
    }
    return OpenedEntry{stored.log_position, std::move(*std::move(entry)).header, *std::move(plaintext)};
}

Result<Bytes, Wrong> Opening::plaintext_of(const Entry& entry)
{
    const auto key = SL_TRY(keys_.part_key(organisation_, entry.header.stream, entry.header.part));
    auto opened = open_entry(entry, *key);
    if (const auto* shut = std::get_if<Shut>(&opened))
        return fail(*shut == Shut::commitment_differs ? Wrong::commitment_differs : Wrong::does_not_open);
    return std::get<Bytes>(std::move(opened));
}

Fault Opening::fault(const StoredEntry& stored, Wrong wrong) const
{
    return {organisation_, stored.log_position, stored.stream, wrong};
}

std::optional<Wrong> LogOrder::next_is(const StoredEntry& stored)
{
    const bool follows = stored.log_position == next(position_);
    const bool goes_back = time_ && stored.time < *time_;
    position_ = stored.log_position;
    time_ = stored.time;
    if (!follows) return Wrong::gap_in_log;
    if (goes_back) return Wrong::time_goes_back;
    return std::nullopt;
}

}  // namespace safelead::ledger
