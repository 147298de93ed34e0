#pragma once

#include "ledger/entry_store.h"
#include "store/postgres/connection.h"

namespace safelead::store::postgres {

// The tree's rows: written and asked for.

void keep_tree(Connection& record, const OrganisationId& organisation,
               std::span<const ledger::TreeTile> tiles, const ledger::KeptCheckpoint& checkpoint);
void keep_tiles(Connection& record, const OrganisationId& organisation,
                std::span<const ledger::TreeTile> tiles);
void keep_cosignature(Connection& record, const OrganisationId& organisation,
                      const ledger::KeptCosignature& cosignature);

[[nodiscard]] std::uint64_t tile_count(Connection& record, const OrganisationId& organisation,
                                       unsigned level);
[[nodiscard]] std::vector<ledger::TreeTile> tiles(Connection& record, const OrganisationId& organisation,
                                                  unsigned level, std::uint64_t from, std::size_t limit);
[[nodiscard]] std::vector<crypto::Digest> tile_roots(Connection& record, const OrganisationId& organisation,
                                                     unsigned level, std::uint64_t from, std::size_t limit);
[[nodiscard]] std::optional<ledger::KeptCheckpoint> checkpoint(Connection& record,
                                                               const OrganisationId& organisation);
[[nodiscard]] std::vector<ledger::KeptCosignature> cosignatures(Connection& record,
                                                                const OrganisationId& organisation);

}  // namespace safelead::store::postgres
