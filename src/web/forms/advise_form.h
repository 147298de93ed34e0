#pragma once

// What is typed on /advise, understood. It asks for no name and no free text: whatever comes under another
// name is not looked at and not sent back.

#include "guidance/facts.h"
#include "guidance/pack.h"
#include "web/forms/form_errors.h"
#include "web/forms/form_fields.h"

#include <string>
#include <string_view>

namespace safelead::web {

/// The hidden field that says for how many people the form has room.
inline constexpr std::string_view people_field = "people";

/// People are letters there, so there are no more than letters.
inline constexpr int most_letters = 26;

/// An age of so many years or more makes no difference to any edition; it is the last one offered.
inline constexpr int oldest_offered = 40;

/// The letter of the person in that place: 0 is "A".
[[nodiscard]] std::string letter_of(int place);

/// The name of a person's field: "role", 1 is "role-B".
[[nodiscard]] std::string field_of(std::string_view what, int place);

/// For how many people the form has room: at least two.
[[nodiscard]] int room_for(const FormFields& typed);

/// The facts as they were answered; somebody of whom nothing was said is not there. An answer that `pack`
/// does not offer, and somebody without a part in it, are errors.
[[nodiscard]] Result<guidance::Facts, FormErrors> parse_advise(const FormFields& typed,
                                                               const guidance::Pack& pack);

}  // namespace safelead::web
