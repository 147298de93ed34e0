#include "app/erasure_book.h"

#include <algorithm>

namespace safelead::app {

void ErasureBook::take(const record::ErasureEvent& event, Instant at, ledger::StreamPosition position)
{
    const std::lock_guard lock{mutex_};
    seen_ = position;
    auto& standing = standings_[record::child_of(event)];
    standing = evolve(std::move(standing), event, at);
    if (const auto* erased = std::get_if<record::ChildErased>(&event)) erasures_.push_back({*erased, at});
}

void ErasureBook::pass_over(ledger::StreamPosition position)
{
    const std::lock_guard lock{mutex_};
    seen_ = position;
}

void ErasureBook::clear()
{
    const std::lock_guard lock{mutex_};
    seen_ = ledger::StreamPosition::start;
    standings_.clear();
    erasures_.clear();
}

ledger::StreamPosition ErasureBook::seen() const
{
    const std::lock_guard lock{mutex_};
    return seen_;
}

record::ChildStanding ErasureBook::standing_of(const record::ChildId& child) const
{
    const std::lock_guard lock{mutex_};
    const auto found = standings_.find(child);
    return found == standings_.end() ? record::ChildStanding{} : found->second;
}

std::vector<ErasureKept> ErasureBook::all() const
{
    const std::lock_guard lock{mutex_};
    return erasures_;
}

std::vector<ErasedInCase> ErasureBook::in_case(const record::CaseId& of) const
{
    const std::lock_guard lock{mutex_};
    std::vector<ErasedInCase> found;
    for (const auto& kept : erasures_)
        for (const auto& one : kept.erased.cases)
            if (one.of == of) found.push_back({one.refs, kept.at, kept.erased.id});
    return found;
}

int ErasureBook::refs_used_in(const record::CaseId& of) const
{
    const std::lock_guard lock{mutex_};
    int used = 0;
    for (const auto& kept : erasures_)
        for (const auto& one : kept.erased.cases)
            if (one.of == of) used = std::max(used, one.refs_used);
    return used;
}

}  // namespace safelead::app
