#pragma once

// What one event changes in a case. `decide` uses it too, to see the case as it will be before it asks for
// advice on it.

#include "record/case.h"

namespace safelead::record {

/// Everything but the history. An event that speaks of nobody or nothing in the case changes nothing: what
/// has happened has happened, and can't be refused here.
void apply(Case& state, const CaseEvent& event, Instant at);

/// Whether `now` names a criterion, safety rule or indicator that `before` did not.
[[nodiscard]] bool newly_met(const decision::Advice& before, const decision::Advice& now);

}  // namespace safelead::record
