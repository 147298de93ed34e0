#pragma once

// What the commands list, for programs that read it.

#include "directory/partnership.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::exchange {

/// An array of objects with id, name, kind, phase, urn, telephone, dsl_telephone, area, standing.
[[nodiscard]] std::string organisations_to_json(
    const std::vector<const directory::Organisation*>& organisations);

/// An array of objects with id, name, email, organisation, roles (an object: organisation id to role names),
/// left.
[[nodiscard]] std::string people_to_json(const std::vector<const directory::Person*>& people);

/// Names and texts, in the order in which they are written.
using Texts = std::vector<std::pair<std::string, std::string>>;

/// An object of counts, a list of sentences and a list of objects: {"entries": 12, …, "faults": […], …}.
[[nodiscard]] std::string counts_to_json(const std::vector<std::pair<std::string, std::uint64_t>>& counts,
                                         std::string_view list_name,
                                         const std::vector<std::string>& sentences,
                                         const std::pair<std::string_view, std::vector<Texts>>& objects);

/// An array of objects, all values text.
[[nodiscard]] std::string texts_to_json(const std::vector<Texts>& objects);

}  // namespace safelead::exchange
