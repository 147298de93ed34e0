#pragma once

// Holds the rows of one log's keys against what the log says of them, also while somebody changes them.

#include "ledger/entry_store.h"
#include "ledger/fault.h"
#include "ledger/key_note.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace safelead::ledger {

class Keyring;

class KeyVerifying {
public:
    using Found = std::function<void(Fault)>;

    /// What the log says of its keys past what was read of it, in order; each time what is new.
    using ReadOn = std::function<std::vector<KeyNoted>()>;

    /// Looks at the rows, before the log is read: each must be accounted for by entries that are read after.
    KeyVerifying(const EntryStore& store, Keyring& keys, OrganisationId organisation, Found found);

    /// How many keys are there that were not destroyed.
    [[nodiscard]] std::uint64_t keys() const;

    /// What the log says next of a key; what is wrong with its saying so, if anything.
    std::optional<Wrong> noted(const KeyNoted& noted);

    /// Whether the log says so, as far as it was read.
    [[nodiscard]] bool was_destroyed(const StreamId& stream, const PartId& part) const;

    /// Once all has been read. A row that is not what the log says is looked at again, and so is what the log
    /// says since; it is a fault if nothing was said of it meanwhile.
    void finish(const ReadOn& read_on);

private:
    using KeyName = std::variant<KeyEpoch, std::pair<StreamId, PartId>>;
    using RowDigest = std::optional<crypto::Digest>;  // nothing: destroyed
    using Digests = std::map<KeyName, RowDigest>;

    [[nodiscard]] bool opens(StreamKeyRow row) const;
    /// Shows each row of a part that was not destroyed.
    [[nodiscard]] Digests digests_now(const std::function<void(const StreamKeyRow&)>& see = {}) const;
    [[nodiscard]] std::optional<Wrong> wrong_with(const KeyName& name, const Digests& rows) const;
    [[nodiscard]] Fault fault(const KeyName& name, Wrong wrong) const;

    const EntryStore& store_;
    Keyring& keys_;
    const OrganisationId organisation_;
    const Found found_;
    Digests rows_, notes_;
};

}  // namespace safelead::ledger
