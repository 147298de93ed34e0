#pragma once

// The record of the initial review meeting: the nine things that it has to establish, each beside what the
// case says of it already, and the words that each criterion rests on.

#include "record/meeting_events.h"
#include "web/forms/case_forms.h"
#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"
#include "web/pages/kept_fields.h"

namespace safelead::web {

[[nodiscard]] Html meeting_form_page(const FormWriter& form, const CaseView& view, const FormFrame& frame);

/// What the facts of the case answer already, as the form begins.
[[nodiscard]] FormFields meeting_as_known(const CaseView& view);

[[nodiscard]] Result<Typed<record::CaseCommand>, FormErrors> parse_meeting(const FormFields& typed,
                                                                           const directory::Zone& zone,
                                                                           const CaseView& view);

/// What was established, to show.
[[nodiscard]] std::vector<ShownField> meeting_fields(const Speaker& say, const CaseView& view,
                                                     const record::ReviewMeetingHeld& held);

}  // namespace safelead::web
