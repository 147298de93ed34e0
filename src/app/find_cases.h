#pragma once

#include "app/concerns.h"

#include <optional>
#include <string>

namespace safelead::app {

inline constexpr std::size_t most_cases_found = 25;

struct CasesFound {
    std::vector<ListedCase> cases;
    Names names;
    bool is_all = true;  ///< Otherwise there may be more than these.
};

enum class CaseStatus {
    any,
    open,
    closed,
    undecided,     ///< Open, and nobody has decided yet.
    sign_off,      ///< The decision waits for a second person.
    overdue_task,  ///< Something is overdue.
};

struct CasesAsked {
    std::string typed = {};  ///< "": any.
    CaseStatus status = CaseStatus::any;
    std::optional<Date> from = std::nullopt;  ///< The first and the last day on which it was opened.
    std::optional<Date> until = std::nullopt;
};

/// Cases that whoever asks may read: by their reference; else by the name of a child who is or was in them
/// (how every word of it begins, however it is spelt; where nobody is called so, by names that are nearly
/// so); else by words that somebody wrote in them or in their concerns, or of their tasks. Of these, those of
/// that status and those days. On a worker. The first search for words after a start reads everything, and
/// takes as long as that does.
[[nodiscard]] Later<Outcome<CasesFound>> find_cases(Safelead& safelead, const Actor& actor, CasesAsked asked);

}  // namespace safelead::app
