#pragma once

// Snapshots of workspaces: docs/formats/snapshot.md. They only make a start short; the log is what is true.

#include "base/bytes.h"
#include "crypto/digest.h"
#include "ledger/ledger.h"
#include "ledger/passing_store.h"
#include "record/conversation.h"
#include "record/referral.h"
#include "record/summary.h"

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace safelead::app {

class Packs;

/// One row: a summary and how far its stream was.
template <class Summary>
struct SnapshotRow {
    Summary summary;
    ledger::StreamPosition position;
    bool operator==(const SnapshotRow&) const = default;
};
using AnySnapshotRow =
    std::variant<SnapshotRow<record::ConcernSummary>, SnapshotRow<record::CaseSummary>,
                 SnapshotRow<record::ChildSummary>, SnapshotRow<record::ConversationSummary>,
                 SnapshotRow<record::ReferralSummary>>;

/// Rows as bytes, in parts of a size that is quickly written.
class SnapshotParts {
public:
    void add(const record::ConcernSummary& concern, ledger::StreamPosition position);
    void add(const record::CaseSummary& of, ledger::StreamPosition position);
    void add(const record::ChildSummary& child, ledger::StreamPosition position);
    void add(const record::ConversationSummary& conversation, ledger::StreamPosition position);
    void add(const record::ReferralSummary& referral, ledger::StreamPosition position);

    [[nodiscard]] std::vector<Bytes> parts() &&;

private:
    void add(Bytes row);

    std::vector<Bytes> parts_;
};

using TakeRow = std::function<void(AnySnapshotRow)>;

/// Gives every row of a part to `take`. Whether all of it could be read; if not, what was taken is no good.
[[nodiscard]] bool read_snapshot_part(BytesView part, const TakeRow& take);

/// The snapshots of all organisations, in a store for things that pass.
class Snapshots {
public:
    /// `store` outlives it.
    Snapshots(ledger::PassingStore& store, const Packs& packs);

    /// Gives every row of the log's snapshot to `take`, and then where it stands. Nothing if there is none
    /// that fits the log and the editions; then what was taken is no good.
    [[nodiscard]] std::optional<ledger::LogPosition> load(const ledger::Log& log, Instant now,
                                                          const TakeRow& take);

    /// In place of the one before.
    void save(const ledger::Log& log, Instant now, ledger::LogPosition position,
              const std::vector<Bytes>& parts);

private:
    ledger::PassingStore& store_;
    crypto::Digest editions_;
};

}  // namespace safelead::app
