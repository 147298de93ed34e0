#pragma once

// For whoever runs training.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_plan_training(Site& site, const Request& request, Visitor visitor);
Later<Response> post_plan_training(Site& site, const Request& request, Visitor visitor);
Later<Response> get_register(Site& site, const Request& request, Visitor visitor);
Later<Response> post_register(Site& site, const Request& request, Visitor visitor);
Later<Response> post_open_code(Site& site, const Request& request, Visitor visitor);
Later<Response> post_cancel_training(Site& site, const Request& request, Visitor visitor);

/// A whole number of at most four digits that stands in the field, or what is wrong.
class FormReader;
[[nodiscard]] std::optional<int> number_in(FormReader& read, std::string_view field, const Phrase& missing);

}  // namespace safelead::web
