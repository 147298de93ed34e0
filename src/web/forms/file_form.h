#pragma once

#include "web/forms/form_writer.h"

namespace safelead::web {

/// `<form …>` of one that carries a file and asks for no command; `FormWriter::close` ends it.
[[nodiscard]] Html open_file_form(const FormFrame& frame);

}  // namespace safelead::web
