#pragma once

#include "app/erased_in_case.h"
#include "ledger/entry.h"
#include "record/erasure.h"

#include <map>
#include <mutex>
#include <vector>

namespace safelead::app {

/// A certificate, and when it was given.
struct ErasureKept {
    record::ChildErased erased;
    Instant at;
};

/// The stream of holds and erasures of one organisation, as far as it was read. Any thread may use it.
class ErasureBook {
public:
    void take(const record::ErasureEvent& event, Instant at, ledger::StreamPosition position);

    /// An entry whose key was destroyed: whoever writes there next must have seen it.
    void pass_over(ledger::StreamPosition position);

    void clear();

    [[nodiscard]] ledger::StreamPosition seen() const;
    [[nodiscard]] record::ChildStanding standing_of(const record::ChildId& child) const;
    [[nodiscard]] std::vector<ErasureKept> all() const;  ///< The oldest first.
    [[nodiscard]] std::vector<ErasedInCase> in_case(const record::CaseId& of) const;

    /// How many letters the case had given when a child in it was erased; none if none was.
    [[nodiscard]] int refs_used_in(const record::CaseId& of) const;

private:
    mutable std::mutex mutex_;
    ledger::StreamPosition seen_ = ledger::StreamPosition::start;
    std::map<record::ChildId, record::ChildStanding> standings_;
    std::vector<ErasureKept> erasures_;
};

}  // namespace safelead::app
