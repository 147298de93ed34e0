#pragma once

// Mail that has not left yet: one at most for each person, kept under their id and without their address,
// which is looked up when it leaves.

#include "base/ids.h"

#include <string_view>

namespace safelead::app {

/// How it is kept as a passing thing.
inline constexpr std::string_view mail_kind = "mail";

class Parts;

/// To whom it goes: what nobody may miss does not ask whether they want mail.
enum class MailFor { who_wants_it, anybody };

/// Unless one for them is there already: it says the same. One for anybody is always a new one, in place of
/// what is there, for that may be leaving without it.
void put_in_queue(Parts& parts, const PersonId& person, MailFor mail_for = MailFor::who_wants_it);

}  // namespace safelead::app
