#pragma once

#include "base/time.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace safelead::directory {

/// Bank holidays in England and Wales, for the years that are known.
class BankHolidays {
public:
    struct Day {
        Date date;
        std::string name;
    };

    BankHolidays() = default;
    explicit BankHolidays(const std::vector<Day>& days);

    [[nodiscard]] bool is_one(Date date) const { return days_.contains(date); }

    /// "Boxing Day", or nothing.
    [[nodiscard]] std::optional<std::string> name_of(Date date) const;

    /// Whether any day of that year is known. Outside it `is_one` says no to every day, so say so.
    [[nodiscard]] bool knows(std::chrono::year year) const;

    [[nodiscard]] std::size_t size() const { return days_.size(); }

private:
    std::map<Date, std::string> days_;
};

}  // namespace safelead::directory
