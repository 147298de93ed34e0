#pragma once

#include "app/report_concern.h"
#include "web/forms/form_reader.h"

#include <string_view>

namespace safelead::web {

/// A report, as it was typed and understood.
struct ConcernTyped {
    CommandId command;
    app::Report report;
};

[[nodiscard]] Result<ConcernTyped, FormErrors> parse_concern(const FormFields& typed,
                                                             const directory::Zone& zone);

/// One line about a child who is not on the list: the name, and after a comma anything that helps to find
/// them.
[[nodiscard]] app::NotOnList parse_unlisted(std::string_view line);

}  // namespace safelead::web
