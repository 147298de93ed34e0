#pragma once

// Lists for the operator's commands, as JSON: objects with an `id`.

#include "app/safelead.h"
#include "app/upkeep.h"

#include <string>
#include <vector>

namespace safelead::app {

[[nodiscard]] std::string organisations_json(Safelead& safelead);

/// Of one organisation, or of all if its id is empty.
[[nodiscard]] std::string people_json(Safelead& safelead, const OrganisationId& organisation);

[[nodiscard]] std::string to_json(const RecordChecked& checked);
[[nodiscard]] std::string to_json(const std::vector<Finding>& findings);

/// "good", "warning", "bad".
[[nodiscard]] std::string_view health_name(Health health);

}  // namespace safelead::app
