#pragma once

// Who is in the case: what each did, how old they are and were, and how sure that is.

#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"
#include "web/pages/finder.h"

namespace safelead::web {

/// Everyone in the case, with the form to add somebody.
struct PeoplePage {
    FormFrame add;
    std::vector<Listed> found;
    bool searched = false;
};
[[nodiscard]] Html people_page(const FormWriter& form, const CaseView& view, const PeoplePage& page);

/// One person: what they did, ages, where they belong.
struct PersonPage {
    const record::CasePerson& person;
    FormFrame describe;
    FormFrame take_out;
};
[[nodiscard]] Html person_page(const FormWriter& form, const CaseView& view, const PersonPage& page);

/// What stands now, as if it had been typed.
[[nodiscard]] FormFields described_as_typed(const CaseView& view, const record::CasePerson& person);

}  // namespace safelead::web
