#pragma once

// The notice that comes before an officer is told, in the same words wherever somebody may tell one
// (docs/adr/0210).

#include "record/police_notice.h"
#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"

namespace safelead::web {

/// What telling an officer means.
[[nodiscard]] Html police_notice(const Speaker& say);

/// In one sentence, beside numbers that may be an officer's; nothing where the case's route is to tell one.
[[nodiscard]] Html police_notice_beside_numbers(const Speaker& say, const CaseView& view);

/// The notice, where the case's route calls for it before an officer is told, and what to do about an officer
/// at a meeting, whose people are written down as words; nothing where it doesn't.
[[nodiscard]] Html police_notice_before_meeting(const Speaker& say, const CaseView& view);

/// Which kind of agency it is; and, where the case's route calls for it, the notice and what is answered to
/// it.
[[nodiscard]] Html agency_kind_fields(const FormWriter& form, const CaseView& view);

[[nodiscard]] Phrase agency_kind_words(std::optional<record::AgencyKind> kind);
[[nodiscard]] Phrase police_notice_words(record::PoliceNotice notice);

/// What has to follow where an officer was told, and nobody has recorded what the police did.
[[nodiscard]] Html what_follows(const Speaker& say, const CaseView& view);

}  // namespace safelead::web
