#pragma once

// What is to be done, by whom and by when.

#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"

namespace safelead::web {

/// `command` makes a new id for each of the small forms. `form` came back from the task `returned`, if any.
struct ActionsPage {
    std::string returned;
    std::vector<std::string> commands;  ///< One for each task of the case.
};
[[nodiscard]] Html actions_page(const FormWriter& form, const CaseView& view, const ActionsPage& page);

/// Whether it was to be done as soon as it was set.
[[nodiscard]] bool is_for_now(const record::Task& task);

/// Whose it is where nobody has it by name: the pack's word for it, in words.
[[nodiscard]] Phrase owner_words(std::string_view owner);

/// "Do this now", "Overdue", or when.
[[nodiscard]] Html due_words(const Speaker& say, const CaseView& view, const record::Task& task);

}  // namespace safelead::web
