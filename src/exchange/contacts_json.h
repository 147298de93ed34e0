#pragma once

// guidance/local/<area>/contacts.json, history.json and guidance/local/england/bank-holidays.json
// (docs/formats/contacts.md).

#include "directory/bank_holidays.h"
#include "directory/contact.h"
#include "exchange/file_fault.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::exchange {

/// Adds the contacts of one file. `file` is only for the message.
[[nodiscard]] Result<std::vector<directory::Contact>, FileFault> parse_contacts(std::string_view file,
                                                                                std::string_view text);
[[nodiscard]] Result<std::vector<directory::PastContact>, FileFault> parse_history(std::string_view file,
                                                                                   std::string_view text);

/// The days, and on what they rest.
struct BankHolidaysFile {
    std::vector<directory::BankHolidays::Day> days;
    std::string source;
    std::optional<Date> verified_on;
};
[[nodiscard]] Result<BankHolidaysFile, FileFault> parse_bank_holidays(std::string_view file,
                                                                      std::string_view text);

/// Puts files together: no id twice, every "when_closed" names a contact with weekly hours, and no number
/// that stands in `history` is given as one to ring.
[[nodiscard]] Result<directory::Contacts, FileFault> join(
    const std::vector<std::vector<directory::Contact>>& files,
    const std::vector<directory::PastContact>& history);

}  // namespace safelead::exchange
