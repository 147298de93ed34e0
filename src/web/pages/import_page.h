#pragma once

// A list of staff, or of a school's children, brought in from a file: the file is chosen; what would change
// is shown; then it is brought in, or not.

#include "app/bringing_in.h"
#include "web/forms/form_writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {

/// A field of the list, and what a page calls it.
struct ListField {
    std::string_view field;  ///< As exchange/import_files.h has it.
    Phrase label;
    bool may_be_left_out = false;  ///< Whether there is anything without it.
};
[[nodiscard]] std::vector<ListField> list_fields(app::ListOf list);

/// To choose one. `refused` says why the last one was refused, "" if none was; `faults` what is to be put
/// right in it.
struct ChooseListPage {
    app::ListOf list;
    FormFrame frame;
    std::string refused;
    std::vector<RowFault> faults;
};
[[nodiscard]] Html choose_list_page(const FormWriter& form, const ChooseListPage& page);

/// What would change, and the button that does it.
struct CheckListPage {
    app::ListOf list;
    FormFrame frame;
    app::Imported would_be;
    std::string table;
    std::vector<std::string> first;  ///< The first few, as they were read; none where they were shown before.
};
[[nodiscard]] Html check_list_page(const FormWriter& form, const CheckListPage& page);

[[nodiscard]] Html list_brought_in_page(const Speaker& say, app::ListOf list, const app::Imported& done);

[[nodiscard]] Phrase title_of(app::ListOf list);

/// Where it is brought in: "/settings/import/staff".
[[nodiscard]] std::string_view address_of(app::ListOf list);

}  // namespace safelead::web
