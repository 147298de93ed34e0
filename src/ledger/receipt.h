#pragma once

#include "crypto/digest.h"
#include "ledger/entry.h"

#include <variant>

namespace safelead::ledger {

/// Whether a command was carried out now or had been before.
enum class Turn { first, again };

/// Where a command's entries stand in the log, one after the other (what the ledger itself notes of new keys
/// comes first), and when.
struct Recorded {
    LogPosition first;
    LogPosition last;
    Instant time;
    Turn turn = Turn::first;

    bool operator==(const Recorded&) const = default;
};

/// What is kept of a command so that it is carried out once.
struct Receipt {
    crypto::Digest content;
    Recorded recorded;
};

/// Another writer came first, and nothing was written. `newest` is where the stream ends now: read on from
/// what was seen and decide again.
struct Conflict {
    StreamId stream;
    StreamPosition newest;

    bool operator==(const Conflict&) const = default;
};

/// A command with this id was carried out before, and it said something else. Nothing was written; show both.
struct OtherContent {
    Recorded earlier;

    bool operator==(const OtherContent&) const = default;
};

/// The key of this part of the stream was destroyed; nothing can be written there any more.
struct PartErased {
    StreamId stream;
    PartId part;

    bool operator==(const PartErased&) const = default;
};

using NotRecorded = std::variant<Conflict, OtherContent, PartErased>;

using SubmitResult = Result<Recorded, NotRecorded>;

}  // namespace safelead::ledger
