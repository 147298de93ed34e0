#pragma once

#include "cli/on_record.h"

namespace safelead::cli {

/// `safelead stats`.
[[nodiscard]] int print_figures(const Stats& asked, const OnRecordWith& with);

}  // namespace safelead::cli
