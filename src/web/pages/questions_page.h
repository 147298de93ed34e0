#pragma once

// The questions: those that could still change the advice first, in the order that settles it soonest; the
// rest below. Each shows how it stands and who said so.

#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"

namespace safelead::web {

/// One question with its answers: its field is "fact-" and the fact.
[[nodiscard]] Html ask_question(const FormWriter& form, const guidance::Question& question,
                                const Html& how_it_stands = {});

[[nodiscard]] Html questions_page(const FormWriter& form, const CaseView& view, const FormFrame& frame);

/// What stands now, as if it had been typed: the form starts from it.
[[nodiscard]] FormFields answers_as_typed(const CaseView& view);

}  // namespace safelead::web
