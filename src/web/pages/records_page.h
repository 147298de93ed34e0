#pragma once

// What guidance wants on record besides facts and decisions: by area, each with what is kept there and the
// forms to add to it.

#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"

#include <string_view>

namespace safelead::web {

/// All areas, and how much is kept in each.
[[nodiscard]] Html records_page(const Speaker& say, const CaseView& view);

/// One area, by its page ("records/family"). `of_the_area`: what else is shown there, above what was
/// recorded.
[[nodiscard]] Html record_area_page(const Speaker& say, const CaseView& view, std::string_view page,
                                    Html of_the_area = {});

/// The parts of a page with the form of one record.
struct KeptForm {
    FormFrame frame;
    std::string_view type;  ///< Of the record.
    std::string_view page;  ///< Of the case that it is shown on.
    Phrase title;
    Phrase button;
    Html fields;
};
[[nodiscard]] Html kept_form_page(const FormWriter& form, const CaseView& view, const KeptForm& kept);

/// What to know before filling in the form: why it is rarely needed, or why it has to wait.
[[nodiscard]] Html before_form(const Speaker& say, const CaseView& view, std::string_view type);

}  // namespace safelead::web
