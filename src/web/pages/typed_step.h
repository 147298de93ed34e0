#pragma once

#include "web/pages/referral_page.h"

namespace safelead::web {

/// What was typed in the form of a step that had these offers, to be read and copied; empty where nothing
/// was.
[[nodiscard]] Html typed_step(const Speaker& say, const FormFields& typed, const app::StepOffers& offers);

}  // namespace safelead::web
