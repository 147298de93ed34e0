#pragma once

#include "app/epoch_shown.h"
#include "app/safelead.h"
#include "ledger/checkpoints.h"

#include <memory>
#include <vector>

namespace safelead::app {

struct ProofParts {
    ledger::Checkpoints checkpoints;
    std::vector<ledger::NoteKey> witnesses;
};

[[nodiscard]] EpochShown shown(const ledger::EpochBegun& begun);

/// @throws Unavailable when a witness's line is not one, or the checkpoints beside the key can't be read.
[[nodiscard]] std::shared_ptr<ProofParts> make_proof_parts(ledger::EntryStore& entries,
                                                           ledger::Ledger& ledger, const Options& options);

}  // namespace safelead::app
