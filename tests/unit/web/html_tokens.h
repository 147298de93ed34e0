#pragma once

// How two pieces of HTML are compared.
//
// Both are cut into tags and text. A tag is its name and its attributes, in their order, with their values
// byte for byte (so every escape counts); only the white space between attributes does not. In text, a run of
// white space is one space, and white space next to a tag is left out unless that tag is inline (a, b, code,
// em, span, strong), where a reader would see it. What stands in a textarea is compared byte for byte.

#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {

[[nodiscard]] std::vector<std::string> html_tokens(std::string_view html);

}  // namespace safelead::web
