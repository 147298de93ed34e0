#pragma once

#include "ledger/entry_store.h"
#include "ledger/fault.h"

#include <optional>
#include <vector>

namespace safelead::ledger {

class Keyring;

/// Whether there is still a key for what was written.
enum class Readable { yes, erased };

/// One entry, opened.
struct OpenedEntry {
    LogPosition log_position;
    EntryHeader header;
    Bytes plaintext;  ///< Empty where it was erased.
    Readable readable = Readable::yes;
};

/// Opens entries of one log as they come, in order, and holds each against its row and the one before it.
class Opening {
public:
    Opening(OrganisationId organisation, Keyring& keys);

    /// The entry, or the first thing that is wrong with it.
    [[nodiscard]] Result<OpenedEntry, Fault> open(const StoredEntry& stored);

    /// The fault of this entry.
    [[nodiscard]] Fault fault(const StoredEntry& stored, Wrong wrong) const;

private:
    [[nodiscard]] Result<Bytes, Wrong> plaintext_of(const Entry& entry);

    OrganisationId organisation_;
    Keyring& keys_;
};

/// Whether entries of a log follow on each other.
class LogOrder {
public:
    explicit LogOrder(LogPosition after) : position_{after} {}

    /// What is wrong with `stored` coming next, if anything. Goes on from it either way.
    [[nodiscard]] std::optional<Wrong> next_is(const StoredEntry& stored);

private:
    LogPosition position_;
    std::optional<Instant> time_;
};

}  // namespace safelead::ledger
