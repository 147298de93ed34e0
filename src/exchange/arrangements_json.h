#pragma once

// guidance/local/<area>/front-doors.json and timescales.json (docs/formats/local-arrangements.md).

#include "directory/arrangements.h"
#include "directory/police_outcomes.h"
#include "exchange/file_fault.h"

#include <string_view>
#include <vector>

namespace safelead::exchange {

/// `contacts`: whom a door may name. `file` is only for the message.
[[nodiscard]] Result<std::vector<directory::FrontDoor>, FileFault> parse_front_doors(
    std::string_view file, std::string_view text, std::string_view area, const directory::Contacts& contacts);

[[nodiscard]] Result<std::vector<directory::Timescale>, FileFault> parse_timescales(std::string_view file,
                                                                                    std::string_view text,
                                                                                    std::string_view area);

/// concerns-resolution.json: the ladder of an area.
[[nodiscard]] Result<std::vector<directory::Rung>, FileFault> parse_ladder(std::string_view file,
                                                                           std::string_view text,
                                                                           std::string_view area);

/// england/police-outcomes.json.
[[nodiscard]] Result<std::vector<directory::OutcomeCode>, FileFault> parse_outcomes(std::string_view file,
                                                                                    std::string_view text);

}  // namespace safelead::exchange
