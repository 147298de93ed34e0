#pragma once

// What the core and the program refuse, said on the form that asked for it.

#include "app/not_done.h"
#include "web/forms/form_errors.h"

namespace safelead::web {

/// Each in words that say what to do, at the field that it is about.
[[nodiscard]] FormErrors errors_of(const record::CaseRefusal& refusal);
[[nodiscard]] FormErrors errors_of(record::ConcernRefusal refusal);
[[nodiscard]] FormErrors errors_of(record::ChildRefusal refusal);
[[nodiscard]] FormErrors errors_of(record::ConversationRefusal refusal);
[[nodiscard]] FormErrors errors_of(const record::ReferralRefusal& refusal);

}  // namespace safelead::web
