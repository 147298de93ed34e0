#pragma once

// What is typed about who reads a referral where it was sent to.

#include "record/referral_readers.h"
#include "web/forms/case_forms.h"

#include <string>
#include <string_view>

namespace safelead::web {

/// What can be settled: each is a form of its own on one page, and its fields end with its word.
enum class ReadersForm { keep_out, let_in, lock, name, unlock, look };

/// "keep-out", …
[[nodiscard]] std::string_view readers_word(ReadersForm form);

[[nodiscard]] Result<Typed<record::ReadersChange>, FormErrors> parse_readers_change(
    const FormFields& typed, const directory::Zone& zone, const PersonId& by);

/// Where the core says what is wrong, the field of its form.
[[nodiscard]] FormErrors readers_errors(FormErrors errors, const FormFields& typed);

}  // namespace safelead::web
