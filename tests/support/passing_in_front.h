#pragma once

#include "ledger/passing_store.h"

#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::test {

/// Another store of things that pass, seen through: for what somebody else does at a certain moment, and for
/// one that is out of reach.
class PassingInFront : public ledger::PassingStore {
public:
    explicit PassingInFront(ledger::PassingStore& behind) : behind_{behind} {}

    void put(const ledger::PassingRow& row) override { behind_.put(row); }
    bool exchange(const ledger::PassingRow& there, const ledger::PassingRow& row) override
    {
        return behind_.exchange(there, row);
    }
    bool take(const ledger::PassingRow& there) override { return behind_.take(there); }
    std::optional<ledger::PassingRow> get(std::string_view kind, std::string_view id,
                                          Instant now) const override
    {
        return behind_.get(kind, id, now);
    }
    std::vector<ledger::PassingRow> list(std::string_view kind, Instant now) const override
    {
        return behind_.list(kind, now);
    }
    std::vector<ledger::PassingRow> list_of(std::string_view kind, std::string_view owner,
                                            Instant now) const override
    {
        return behind_.list_of(kind, owner, now);
    }
    void remove(std::string_view kind, std::string_view id) override { behind_.remove(kind, id); }
    void remove_of(std::string_view kind, std::string_view owner) override { behind_.remove_of(kind, owner); }
    std::uint64_t remove_expired(Instant now) override { return behind_.remove_expired(now); }
    bool forget_removed() override { return behind_.forget_removed(); }
    std::uint64_t increment(std::string_view kind, std::string_view id, Instant now, Instant expires) override
    {
        return behind_.increment(kind, id, now, expires);
    }
    std::uint64_t count(std::string_view kind, std::string_view id, Instant now) const override
    {
        return behind_.count(kind, id, now);
    }
    void remove_count(std::string_view kind, std::string_view id) override { behind_.remove_count(kind, id); }

protected:
    [[nodiscard]] ledger::PassingStore& behind() const { return behind_; }

private:
    ledger::PassingStore& behind_;
};

/// Lets somebody else come right after a thing of one kind was looked up, once each time that is asked for.
class OvertakenPassing final : public PassingInFront {
public:
    OvertakenPassing(ledger::PassingStore& behind, std::string_view kind)
        : PassingInFront{behind}, kind_{kind}
    {
    }

    std::optional<ledger::PassingRow> get(std::string_view kind, std::string_view id,
                                          Instant now) const override
    {
        auto found = PassingInFront::get(kind, id, now);
        if (kind == kind_ && found) std::exchange(then, [] {})();
        return found;
    }

    mutable std::function<void()> then = [] {};

private:
    const std::string_view kind_;
};

}  // namespace safelead::test
