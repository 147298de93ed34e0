#pragma once

#include "base/result.h"
#include "directory/arrangements.h"
#include "directory/police_outcomes.h"
#include "directory/who_to_ring.h"
#include "exchange/contacts_json.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

/// Everything under guidance/local but texts and figures: contacts of every area, numbers of the past, bank
/// holidays, front doors and timescales.
struct LocalGuidance {
    directory::Contacts contacts;
    std::vector<directory::PastContact> history;
    directory::BankHolidays holidays;
    std::string holidays_source;
    std::optional<Date> holidays_verified_on;
    std::vector<std::string> areas;                     ///< In alphabetical order, "england" left out.
    std::vector<directory::Arrangements> arrangements;  ///< In the order of `areas`, of those that have any.

    std::vector<directory::OutcomeCode> police_outcomes;

    /// Null if the area has none.
    [[nodiscard]] const directory::Arrangements* arrangements_of(std::string_view area) const;
};

/// Reads `guidance`/local, "england" first. @throws Unavailable when a file that must be there is not.
[[nodiscard]] Result<LocalGuidance, exchange::FileFault> read_local_guidance(
    const std::filesystem::path& guidance);

/// The answer for a program to read (docs/formats/contacts.md).
[[nodiscard]] std::string who_to_ring_json(const std::vector<directory::ToRing>& list, directory::WallTime at,
                                           std::string_view area, Date today);

}  // namespace safelead::app
