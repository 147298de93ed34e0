#pragma once

// Everything that one child's own record is made of: their page, and each case that they are in and that
// whoever looks may read. That they read each is kept, as with the case's own pages.

#include "app/cases.h"
#include "app/erasures.h"

#include <vector>

namespace safelead::app {

struct ChildFile {
    ChildView view;
    std::vector<CaseView> cases;  ///< In the order in which they were opened.
};

[[nodiscard]] Later<Outcome<ChildFile>> view_child_file(Safelead& safelead, const Actor& actor,
                                                        const record::ChildId& child);

/// Keeps that they look at that child's record as it was given away: a reading of its own, beside those of
/// the child's page and the cases.
[[nodiscard]] Later<Outcome<Done>> keep_given_view(Safelead& safelead, const Actor& actor,
                                                   const record::ChildId& child, int number);

}  // namespace safelead::app
