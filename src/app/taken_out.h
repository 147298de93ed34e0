#pragma once

// What the gate for words takes out has to be said, by the page that answers a form and by a command.

#include <cstddef>
#include <string>
#include <vector>

namespace safelead::app {

/// How often the gate takes something out of these, typed together. The gate does the same each time, so this
/// is also how often it did when they were kept.
[[nodiscard]] std::size_t taken_out_of(std::vector<std::string> typed);

}  // namespace safelead::app
