#pragma once

// What is kept of a tree saves work (docs/formats/tree.md), and is held against the entries where nothing
// that was signed vouches for it.

#include "ledger/entry_store.h"

namespace safelead::ledger {

/// That tiles and checkpoint of a log speak of no more entries than are there, and its root by the tiles is
/// that of the entries. Reads the whole log.
/// @throws Unavailable when that is not so, or part of the tree is missing.
void check_kept_tree(const EntryStore& store, const OrganisationId& organisation);

}  // namespace safelead::ledger
