#pragma once

#include "web/forms/form_writer.h"

namespace safelead::web {

[[nodiscard]] Html messages_page(const FormWriter& form, const FormFrame& frame);

}  // namespace safelead::web
