#pragma once

#include "crypto/secret_key.h"
#include "ledger/checkpoint_file.h"
#include "ledger/entry_store.h"
#include "ledger/fault.h"
#include "ledger/tree_note.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace safelead::ledger {

/// What reading everything found.
struct Verification {
    std::uint64_t organisations = 0;
    std::uint64_t entries = 0;
    std::uint64_t streams = 0;
    std::uint64_t keys = 0;
    std::uint64_t receipts = 0;
    std::uint64_t erased = 0;   ///< Entries whose key was destroyed, as the log says.
    std::vector<Fault> faults;  ///< In the order they were met; at most `most_faults` are listed.
    std::uint64_t faults_in_all = 0;

    std::vector<EpochBegun> epochs{};  ///< Each time that somebody said that the end of a log was lost.

    static constexpr std::size_t most_faults = 100;

    void add(Fault fault);
    [[nodiscard]] bool is_in_order() const { return faults_in_all == 0; }
};

/// Entries read so far, and how many there are.
using VerifyProgress = std::function<void(std::uint64_t read, std::uint64_t of)>;

/// Reads everything that was there when it began, and says that it opens, is in order, and is what was signed
/// in the checkpoints kept with it and `beside` the key; or where it is not. `next_master_key` is one whose
/// rotation is not finished: both open.
/// @throws Unavailable when it can't be read at all.
[[nodiscard]] Verification verify(const EntryStore& store, const crypto::SecretKey& master_key,
                                  const VerifyProgress& progress = {}, const CheckpointsBeside& beside = {},
                                  std::optional<crypto::SecretKey> next_master_key = {});

}  // namespace safelead::ledger
