#pragma once

#include "cli/on_record.h"

namespace safelead::cli {

/// `safelead guidance replay`: how many recorded assessments would come out differently, from what to what.
/// Figures are rounded and no case is named: the command has no name and no role to ask `access` for.
[[nodiscard]] int replay_guidance(const GuidanceReplay& asked, const OnRecordWith& with);

}  // namespace safelead::cli
