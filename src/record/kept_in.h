#pragma once

// Finding in a case what was kept there, by its kind, in the order of entry.

#include "record/case.h"

#include <algorithm>
#include <vector>

namespace safelead::record {

template <class Record>
struct KeptIn {
    std::uint64_t position;
    Instant at;
    const Record* it;  ///< Lasts as long as the case's history does.
};

template <class Record>
[[nodiscard]] std::vector<KeptIn<Record>> kept_in(const Case& of)
{
    std::vector<KeptIn<Record>> kept;
    for (const auto& happened : of.history) {
        if (const auto* record = std::get_if<Record>(happened.event.get()))
            kept.push_back({happened.position, happened.at, record});
    }
    return kept;
}

/// The event of the case that `entry` names, a position in the organisation's log; or null.
[[nodiscard]] inline const CaseEvent* entry_in(const Case& of, int entry)
{
    if (entry <= 0) return nullptr;
    const auto found =
        std::ranges::find(of.history, static_cast<std::uint64_t>(entry), &Happened<CaseEvent>::position);
    return found == of.history.end() ? nullptr : found->event.get();
}

/// The numbered record of that kind, or null.
template <class Record>
[[nodiscard]] const Record* numbered(const Case& of, int number)
{
    for (const auto& kept : kept_in<Record>(of)) {
        if (kept.it->number == number) return kept.it;
    }
    return nullptr;
}

/// The number that the next record of that kind gets. One whose child was erased is not used again.
template <class Record>
[[nodiscard]] int next_number(const Case& of)
{
    int last = 0;
    for (const auto& kept : kept_in<Record>(of)) last = std::max(last, kept.it->number);
    return last + 1;
}

}  // namespace safelead::record
