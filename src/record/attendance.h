#pragma once

// Who was at a meeting of agencies: one a line, the name, a comma, the agency.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::record {

struct Attendee {
    std::string name;
    std::string agency;
    bool operator==(const Attendee&) const = default;
};

/// Everybody named; empty lines are passed over. Nothing where a line does not say both, or is longer than is
/// kept, or nobody is named.
[[nodiscard]] std::optional<std::vector<Attendee>> attendees_in(std::string_view attended);

}  // namespace safelead::record
