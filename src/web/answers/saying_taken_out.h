#pragma once

// After a form that was carried out: where it goes on, that it was kept, and that something in it was not.

#include "web/forms/form_fields.h"
#include "web/http/response.h"
#include "web/site.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace safelead::web {

/// How often the gate took something out of what was typed in these fields of a form. Not of those that are
/// never kept, such as a password.
[[nodiscard]] std::size_t taken_out_of(const FormFields& typed,
                                       std::initializer_list<std::string_view> fields);

/// The same for a page that is itself the answer.
[[nodiscard]] TakenOut taken_out_by(const FormFields& typed, std::initializer_list<std::string_view> fields);

/// What stands above the page that a form led to with `?saved=1`; empty otherwise.
[[nodiscard]] Html saved_notice(const Site& site, const Request& request);

/// On to `address`, whose page says whether anything was taken out (Site::page).
[[nodiscard]] Response see_other_saying(std::string address, std::size_t taken_out);

}  // namespace safelead::web
