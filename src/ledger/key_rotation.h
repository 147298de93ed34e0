#pragma once

// That a signing key was followed by another, said by the earlier one: docs/formats/checkpoint.md.

#include "ledger/note.h"

#include <string>
#include <string_view>

namespace safelead::ledger {

/// A note, signed with `seed`, which says that `next` follows.
[[nodiscard]] std::string key_rotation(const NoteKey& next, const crypto::SecretKey& seed);

/// Follows `rotations`, one after the other as `key_rotation` makes them, from `known` on: the last key that
/// it leads to; `known` if to none.
[[nodiscard]] NoteKey followed(NoteKey known, std::string_view rotations);

/// The rotations in a chain of keys, as an export has it; none if one link of it does not hold.
[[nodiscard]] std::string_view rotations_in(std::string_view chain);

}  // namespace safelead::ledger
