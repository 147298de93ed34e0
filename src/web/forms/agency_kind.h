#pragma once

// What kind of agency was told, and what was answered to the notice that comes before an officer is: asked
// wherever something is told to somebody outside.

#include "record/police_notice.h"
#include "web/forms/form_reader.h"

#include <span>

namespace safelead::web {

/// With "not known", which is asked about like the police.
[[nodiscard]] std::span<const Option<record::AgencyKind>> agency_kinds();

/// An error where none was chosen.
[[nodiscard]] std::optional<record::AgencyKind> read_agency_kind(FormReader& read);

/// Nothing where nothing was answered: the core says whether it had to be.
[[nodiscard]] std::optional<record::PoliceNotice> read_police_notice(FormReader& read);

}  // namespace safelead::web
