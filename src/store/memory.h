#pragma once

#include "ledger/entry_store.h"
#include "ledger/passing_store.h"

#include <memory>

namespace safelead::store {

/// For tests and for trying things out: gone when the program ends.
[[nodiscard]] std::unique_ptr<ledger::EntryStore> make_memory_entry_store();
[[nodiscard]] std::unique_ptr<ledger::PassingStore> make_memory_passing_store();

}  // namespace safelead::store
