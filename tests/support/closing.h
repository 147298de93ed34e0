#pragma once

// Closing a case of a practice partnership, as far as a test needs it done.

#include "app/cases.h"
#include "support/practice_partnership.h"

namespace safelead::test {

/// Answers what is missing, refers by telephone, sees to every task and closes.
void refer_and_close(PracticePartnership& at, const app::Actor& by, const record::Reference& of);

}  // namespace safelead::test
