#pragma once

// Worked examples of an edition, for people to check.

#include "guidance/pack.h"
#include "guidance/worked_example.h"
#include "web/html/html.h"
#include "web/text/phrase.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace safelead::web {

/// `/guidance/{edition}/examples`: each situation, what the edition says of it, where that is said, and who
/// has checked it. What is for officers only is left out.
[[nodiscard]] Html examples_page(const Speaker& say, const guidance::Pack& pack,
                                 const std::vector<guidance::WorkedExample>& examples);

/// What this edition calls things, and its pages in our own words; at the end of `/guidance/{edition}`.
[[nodiscard]] Html words_of_edition(const Speaker& say, const guidance::Pack& pack,
                                    const std::map<std::string, std::string, std::less<>>& pages);

}  // namespace safelead::web
