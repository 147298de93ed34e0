#pragma once

// The fuller assessment: what is known is shown, what can't matter is named, the rest is asked. No score.

#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"
#include "web/pages/kept_fields.h"

namespace safelead::web {

[[nodiscard]] Html assessment_page(const FormWriter& form, const CaseView& view, const FormFrame& frame);

/// What stands already, as the form would have it typed.
[[nodiscard]] FormFields assessment_as_known(const CaseView& view);

[[nodiscard]] Result<Typed<record::CaseCommand>, FormErrors> parse_assessment(const FormFields& typed,
                                                                              const directory::Zone& zone,
                                                                              const CaseView& view);

/// What one child needs, by the parts they had, and what became of it.
[[nodiscard]] Html needs_page(const FormWriter& form, const CaseView& view, const record::CasePerson& person,
                              const FormFrame& frame);
[[nodiscard]] FormFields needs_as_known(const CaseView& view, const record::CasePerson& person);
[[nodiscard]] Result<Typed<record::CaseCommand>, FormErrors> parse_needs(const FormFields& typed,
                                                                         const directory::Zone& zone,
                                                                         const CaseView& view,
                                                                         const record::CasePerson& person);

/// As the chronology shows them.
[[nodiscard]] std::vector<ShownField> assessment_fields(const Speaker& say,
                                                        const record::AssessmentAnswered& answered);
[[nodiscard]] std::vector<ShownField> needs_fields(const Speaker& say, const record::NeedsAnswered& answered);

}  // namespace safelead::web
