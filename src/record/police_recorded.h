#pragma once

// What has to hold together in what the police are said to have recorded, whoever writes it down: they, of a
// referral, or whoever told them, in the case.

#include "record/words.h"

#include <optional>
#include <string_view>

namespace safelead::record {

enum class OutcomeFault {
    none,
    of_no_crime,  ///< An outcome is a recorded crime's, and none was recorded.
    not_said,     ///< There is a date, and no outcome.
};

[[nodiscard]] OutcomeFault fault_of_outcome(Answer crime_recorded, std::string_view outcome,
                                            const std::optional<Date>& outcome_on);

struct Case;

/// The police were told, and nobody has recorded yet whether they recorded a crime.
[[nodiscard]] bool is_police_record_owed(const Case& of);

}  // namespace safelead::record
