#pragma once

#include "ledger/key_verifying.h"
#include "ledger/keyring.h"
#include "ledger/opening.h"
#include "ledger/tree_verifying.h"
#include "ledger/verify.h"

#include <map>
#include <vector>

namespace safelead::ledger {

/// Reads one log, from its first entry to what was its last when this was made, and reports what is wrong.
///
/// Key rows and receipts are looked at before the log, so that each must be accounted for by entries that are
/// read after, also while a server goes on writing.
class LogVerifying {
public:
    LogVerifying(const EntryStore& store, Keyring& keys, OrganisationId organisation,
                 std::optional<std::string> beside, Verification& report);

    /// Reads some more. Whether there was anything.
    [[nodiscard]] bool read_on();

    /// What can only be said once all has been read.
    void finish();

private:
    /// The entries of one command, one after the other.
    struct CommandRun {
        CommandId command;
        Recorded recorded;
    };

    /// The newest entry of a stream, as it was read in the log.
    struct StreamEnd {
        StreamPosition position = StreamPosition::start;
        LogPosition log_position = LogPosition::start;
    };

    void check(const StoredEntry& stored);
    void finish_streams();
    void follow_command(LogPosition position, const EntryHeader& header);
    void finish_command();
    void take_note(const StoredEntry& stored, BytesView plaintext);
    void take_tree_note(const StoredEntry& stored, BytesView plaintext);
    [[nodiscard]] std::vector<KeyNoted> said_of_keys_since();

    void found(std::optional<LogPosition> position, std::optional<StreamId> stream, Wrong wrong);

    const EntryStore& store_;
    const OrganisationId organisation_;
    Verification& report_;
    Opening opening_;
    TreeVerifying tree_;

    KeyVerifying key_rows_;
    std::uint64_t receipts_;
    LogPosition end_;

    LogPosition reached_ = LogPosition::start;
    LogOrder order_{LogPosition::start};
    std::map<StreamId, StreamEnd> streams_;
    StreamPosition keys_reached_ = StreamPosition::start;
    std::optional<CommandRun> command_;
    std::uint64_t commands_ = 0;
};

}  // namespace safelead::ledger
