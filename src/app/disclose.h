#pragma once

#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "base/result.h"

#include <cstdint>
#include <string>
#include <variant>

namespace safelead::app {

struct NoSuchLog {
    bool operator==(const NoSuchLog&) const = default;
};
struct NoSuchEntry {
    std::uint64_t entries;  ///< That the log has.
    bool operator==(const NoSuchEntry&) const = default;
};
struct EntryErased {
    bool operator==(const EntryErased&) const = default;
};
/// It, or the proof of its place, is not as it should be: `safelead record verify` says more.
struct EntryDoesNotOpen {
    bool operator==(const EntryDoesNotOpen&) const = default;
};

using NotDisclosed = std::variant<NoSuchLog, NoSuchEntry, EntryErased, EntryDoesNotOpen, NotDone>;

/// One entry of an organisation's log, or the partnership's, as it is given away, with the key that opens it
/// alone and the proof of its place: docs/formats/disclosure.md, one line of JSON. That it was is kept first,
/// in the same log. Waits for the disk, so never on an io thread.
/// @throws Unavailable when no checkpoint can be made.
[[nodiscard]] Later<Result<std::string, NotDisclosed>> disclose_entry(Safelead& safelead,
                                                                      const OrganisationId& organisation,
                                                                      std::uint64_t position,
                                                                      std::string why);

}  // namespace safelead::app
