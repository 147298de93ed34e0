#pragma once

#include "app/seen_by.h"
#include "app/workspace.h"
#include "record/erasure.h"

#include <utility>
#include <vector>

namespace safelead::app {

/// What erasing a child takes, and what it leaves because others need it.
struct WhatGoes {
    std::vector<std::pair<ledger::StreamId, ledger::PartId>> keys;
    std::vector<record::ErasedCase> cases;
    std::vector<record::ErasedConcern> concerns;
    std::vector<record::Reference> kept_concerns;
    std::vector<record::ErasedConversation> conversations;
    record::StillOpen open;
    bool as_usual = true;  ///< Nobody is kept from any of it but by their role.
};

/// Of all records of the child that somebody knows of, in one append.
struct AllThatGoes {
    std::vector<record::ChildId> records;  ///< The one asked about first.
    std::vector<WhatGoes> goes;            ///< Of each.
    record::StillOpen open;
};

/// Of each record: its own stream; its part of each case it was ever in; a case's shared part and its
/// concerns once none of the children in them is left; and the conversations that concerns about it were made
/// of (docs/adr/0140). What somebody may not read is left out as if it were not there; `open` then says that
/// they may not read all.
[[nodiscard]] AllThatGoes all_that_goes(Workspace& workspace, const record::ChildId& child,
                                        const SeenBy& seen);

/// Whether a concern was made of it about a child whose record, or one joined to it, is held: what a held
/// child's concern was made of is kept, too, whoever wrote it.
[[nodiscard]] bool is_held(Workspace& workspace, const record::Conversation& conversation);

/// The stream of holds and erasures, of which each child has a part.
[[nodiscard]] const ledger::StreamId& stream_of_erasures();
[[nodiscard]] ledger::PartId part_of(const record::ChildId& child);

}  // namespace safelead::app
