#pragma once

// Every time that the facts of a case were weighed and the advice kept: what was established then, and what
// was advised. Read from the history, so that it can be weighed again under another edition.

#include "guidance/facts.h"
#include "record/case.h"

#include <vector>

namespace safelead::record {

/// Advice as it was given under the edition in force on the day of the report. What the newest edition said
/// beside it is of the same facts, and no assessment of its own.
struct Assessment {
    Instant at;
    guidance::Facts facts;
    const AdviceGiven* advice;   ///< In the history of the case, and lasts as long.
    std::vector<int> decisions;  ///< Numbers of the decisions that were made while this advice stood.
};

/// In the order in which they were made.
[[nodiscard]] std::vector<Assessment> assessments_of(const Case& of);

}  // namespace safelead::record
