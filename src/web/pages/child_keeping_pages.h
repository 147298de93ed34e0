#pragma once

// The pages on which something is kept of a child: whom they belong with, joined records, the main file, and
// what figures ask for.

#include "web/forms/form_writer.h"
#include "web/pages/child_sections.h"

namespace safelead::web {

struct ChildKeepingPage {
    const app::ChildFile& file;
    const directory::Zone& zone;
    std::string organisation;
    FormFrame frame;
    FormFrame end;                        ///< Of the form that takes it back.
    std::vector<std::string> areas = {};  ///< Whose front doors are known here.
};

[[nodiscard]] Html belonging_page(const FormWriter& form, const ChildKeepingPage& page);
[[nodiscard]] Html same_child_page(const FormWriter& form, const ChildKeepingPage& page);
[[nodiscard]] Html main_file_page(const FormWriter& form, const ChildKeepingPage& page);
[[nodiscard]] Html authority_page(const FormWriter& form, const ChildKeepingPage& page);
[[nodiscard]] Html figures_page(const FormWriter& form, const ChildKeepingPage& page);

/// A summary in plain words for the main file in another system. Nothing that somebody typed about the case
/// is in it, and nobody else.
[[nodiscard]] std::string summary_to_paste(const Speaker& say, const ChildKeepingPage& page);

[[nodiscard]] FormFields main_file_as_known(const app::ChildFile& file);
[[nodiscard]] FormFields authority_as_known(const app::ChildFile& file);
[[nodiscard]] FormFields figures_as_known(const app::ChildFile& file);

}  // namespace safelead::web
