#pragma once

// A case as it stands in one child's own record: the lines that are not about somebody else alone, everybody
// else under a pseudonym. The child may have several records (joined ones) and so several letters in a case.

#include "record/chronology.h"

#include <vector>

namespace safelead::record {

struct ChildsPart {
    std::vector<CaseRef> own;    ///< The letters that stand for the child.
    std::vector<SeenAs> others;  ///< In the order they were added; also those who were taken out again.
    std::vector<Line> lines;
};

/// `own` are the child's records. No lines where none of them was ever in the case.
[[nodiscard]] ChildsPart childs_part(const Case& of, const std::vector<const Concern*>& concerns,
                                     const std::vector<ChildId>& own);

/// Those lines that say what it has meant for the child.
[[nodiscard]] std::vector<Line> impact_lines(const std::vector<Line>& lines);

}  // namespace safelead::record
