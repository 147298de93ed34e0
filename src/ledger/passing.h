#pragma once

#include "crypto/sealing.h"
#include "crypto/secret_key.h"
#include "ledger/passing_store.h"

#include <functional>

namespace safelead::ledger {

/// A thing that passes, opened.
struct PassingThing {
    std::string kind;
    std::string id;
    std::string owner;
    Bytes plaintext;
    Instant expires;

    bool operator==(const PassingThing&) const = default;
};

/// Seals `thing` under `key`, bound to its kind, id, owner and end: docs/formats/passing.md.
[[nodiscard]] PassingRow seal(const PassingThing& thing, const crypto::SecretKey& key);

/// Likewise; `nonce` is random and used once, and an argument so that golden bytes can be made.
[[nodiscard]] PassingRow seal(const PassingThing& thing, const crypto::SecretKey& key,
                              const crypto::Nonce& nonce);

/// What was sealed; nothing if it was changed, moved or sealed under another key.
[[nodiscard]] std::optional<PassingThing> open(const PassingRow& row, const crypto::SecretKey& key);

/// A store whose values are all sealed under one key, for sessions, counters and mail. Drafts are sealed
/// under their stream's key: `seal` and `open` above with `Log::key_for(stream, part, "draft")`.
class Passing {
public:
    Passing(PassingStore& store, crypto::SecretKey key);

    void put(const PassingThing& thing);

    /// What becomes of one that is there: another in its place, or nothing is changed.
    using Change = std::function<std::optional<PassingThing>(PassingThing there)>;

    /// Changes one that is there by what is there: `change` is asked again where somebody else was first, and
    /// not where it is gone. What it gives keeps the kind and the id.
    /// @throws Unavailable when others are first time and again.
    void change(std::string_view kind, std::string_view id, Instant now, const Change& change);

    /// Removes one that is there if `goes` says so of it, and never another that was put in its place.
    using Goes = std::function<bool(const PassingThing& there)>;
    void remove_if(std::string_view kind, std::string_view id, Instant now, const Goes& goes);

    /// A row that does not open under this key counts as not there: the person signs in again, the draft is
    /// gone.
    [[nodiscard]] std::optional<PassingThing> get(std::string_view kind, std::string_view id,
                                                  Instant now) const;
    [[nodiscard]] std::vector<PassingThing> list(std::string_view kind, Instant now) const;
    [[nodiscard]] std::vector<PassingThing> list_of(std::string_view kind, std::string_view owner,
                                                    Instant now) const;

    [[nodiscard]] PassingStore& store() { return store_; }

private:
    PassingStore& store_;
    crypto::SecretKey key_;
};

}  // namespace safelead::ledger
