#pragma once

// What the reports of a case say already of its facts, so that nobody is asked it over: proposed, and
// somebody confirms it.

#include "record/case.h"
#include "record/concern.h"

#include <span>
#include <vector>

namespace safelead::record {

/// Of facts that nobody has answered in the case. Where two reports differ, the graver one.
[[nodiscard]] std::vector<FactAnswered> facts_in_reports(const Case& of, std::span<const Concern> concerns);

}  // namespace safelead::record
