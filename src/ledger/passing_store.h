#pragma once

// Things that pass: sessions, drafts, counters, outgoing mail. They change, they expire, and nothing here is
// part of the record. Values are sealed before a store sees them (ledger/passing.h); kinds, ids, owners and
// times are not, so none of them is ever personal: a session's id is a digest of its token, a counter's is an
// HMAC.
//
// What was put survives the program being killed. A power cut may take the last moments of it with it
// (docs/formats/passing.md).

#include "base/bytes.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::ledger {

/// One thing, as a store keeps it.
struct PassingRow {
    std::string kind;  ///< "session", "draft", …
    std::string id;
    std::string owner;  ///< Whose it is, to list or remove theirs; may be empty.
    Bytes sealed;
    Instant expires;

    bool operator==(const PassingRow&) const = default;
};

/// Any thread may call any of these. Each throws Unavailable when the store can't be read or written. What
/// has expired at `now` is not there.
class PassingStore {
public:
    PassingStore() = default;
    PassingStore(const PassingStore&) = delete;
    PassingStore& operator=(const PassingStore&) = delete;
    virtual ~PassingStore() = default;

    /// Keeps `row`, in place of one of the same kind and id.
    virtual void put(const PassingRow& row) = 0;

    /// Keeps `row` in place of `there`, of the same kind and id, where exactly that is still kept; says
    /// whether it was. So nobody puts back what somebody else has changed or removed meanwhile.
    [[nodiscard]] virtual bool exchange(const PassingRow& there, const PassingRow& row) = 0;

    /// Removes `there`, where exactly that is still kept; says whether it was. Of several who take the same
    /// row, one is told that it was there.
    virtual bool take(const PassingRow& there) = 0;

    [[nodiscard]] virtual std::optional<PassingRow> get(std::string_view kind, std::string_view id,
                                                        Instant now) const = 0;

    /// All of a kind, by id.
    [[nodiscard]] virtual std::vector<PassingRow> list(std::string_view kind, Instant now) const = 0;

    /// All of a kind that are `owner`'s, by id.
    [[nodiscard]] virtual std::vector<PassingRow> list_of(std::string_view kind, std::string_view owner,
                                                          Instant now) const = 0;

    /// The row of that kind and id; a count of the same name stays.
    virtual void remove(std::string_view kind, std::string_view id) = 0;
    virtual void remove_of(std::string_view kind, std::string_view owner) = 0;

    /// How many had expired.
    virtual std::uint64_t remove_expired(Instant now) = 0;

    /// Leaves nothing of what was removed or replaced in the store's own files, as far as the store can do
    /// that by itself. False: not all is gone yet; ask again later. A disk that fails throws `Unavailable`.
    [[nodiscard]] virtual bool forget_removed() = 0;

    /// Counts one more and says how many there are now, from 1. A new count (none yet, or the last one
    /// expired) lasts until `expires`; a count under way keeps its own end.
    [[nodiscard]] virtual std::uint64_t increment(std::string_view kind, std::string_view id, Instant now,
                                                  Instant expires) = 0;

    /// How many there are, without counting. Zero if none.
    [[nodiscard]] virtual std::uint64_t count(std::string_view kind, std::string_view id,
                                              Instant now) const = 0;

    /// The count of that kind and id; a row of the same name stays.
    virtual void remove_count(std::string_view kind, std::string_view id) = 0;
};

}  // namespace safelead::ledger
