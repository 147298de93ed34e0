#pragma once

#include "web/pages/talk_page.h"

namespace safelead::web {

/// Who reads what is written, and when.
[[nodiscard]] Html talk_reading(const Speaker& say, const app::TalkPlace& place);

/// A choice of school.
[[nodiscard]] Html school_select(const FormWriter& form, const std::vector<app::TalkSchool>& schools);

/// A name that they may leave, and whether it may be opened.
[[nodiscard]] Html name_fields(const FormWriter& form);

}  // namespace safelead::web
