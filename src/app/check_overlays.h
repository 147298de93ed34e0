#pragma once

#include "app/check_guidance.h"
#include "decision/prove.h"

#include <vector>

namespace safelead::app {

/// What an overlay brings that the edition alone has not: laws broken, rules that can never speak. `before`:
/// what breaks the laws without it. What can't be proved of the two together was tried with the edition.
[[nodiscard]] std::vector<Shortcoming> wrong_once_laid(const guidance::Pack& laid,
                                                       const std::vector<decision::Breach>& before);

}  // namespace safelead::app
