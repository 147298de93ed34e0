#pragma once

// Where a case stands beside what is advised: what a decision not to refer, and closing, have to look at.

#include "guidance/pack.h"
#include "record/case.h"

namespace safelead::record {

/// How urgent a route is. One that the edition does not have (an older record, an overlay since taken off)
/// counts as more urgent than any, so that nothing is waved through for want of a word.
[[nodiscard]] int urgency_of(const guidance::Pack& pack, std::string_view route);

/// Whether `now` asks for more than `before` did: a more urgent route, or something newly met.
[[nodiscard]] bool has_worsened(const guidance::Pack& pack, const decision::Advice& before,
                                const decision::Advice& now);

/// Whether an agency has to say so before a school may manage this: a criterion is met, or the rules advise
/// referring.
[[nodiscard]] bool is_for_an_agency(const guidance::Pack& pack, const decision::Advice& advice);

/// Whether somebody was consulted, or an agency gave the case back, since what is advised last worsened.
[[nodiscard]] bool is_consulted(const Case& state, const guidance::Pack& pack, const decision::Advice& now);

/// Whether an agency gave the case back knowing all that asks for more now.
[[nodiscard]] bool is_given_back(const Case& state, const guidance::Pack& pack, const decision::Advice& now);

/// Whether what is advised now is more urgent than both what was decided and what was advised then.
[[nodiscard]] bool has_outgrown(const Decision& decision, const guidance::Pack& pack,
                                const decision::Advice& now);

}  // namespace safelead::record
