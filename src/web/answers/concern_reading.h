#pragma once

// Concerns and cases in the words of the inbox, and one concern opened to be read.

#include "app/concerns.h"
#include "web/pages/inbox_page.h"
#include "web/site.h"

namespace safelead::web {

[[nodiscard]] InboxLine inbox_line(const Site& site, const record::Concern& concern, const app::Names& names);
[[nodiscard]] CaseLine case_line(const Site& site, const record::Case& state, const app::Names& names);

/// Opens the concern (which is recorded) and draws it, with what was typed in its forms.
[[nodiscard]] Later<Response> show_concern(Site& site, const Request& request, Visitor visitor,
                                           FormFields typed, FormErrors errors);

}  // namespace safelead::web
