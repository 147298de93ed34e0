#include "directory/bank_holidays.h"

namespace safelead::directory {

BankHolidays::BankHolidays(const std::vector<Day>& days)
{
    for (const auto& day : days) days_.emplace(day.date, day.name);
}

std::optional<std::string> BankHolidays::name_of(Date date) const
{
    const auto found = days_.find(date);
    if (found == days_.end()) return std::nullopt;
    return found->second;
}

bool BankHolidays::knows(std::chrono::year year) const
{
    const auto first = days_.lower_bound(year / std::chrono::January / 1);
    return first != days_.end() && first->first.year() == year;
}

}  // namespace safelead::directory
