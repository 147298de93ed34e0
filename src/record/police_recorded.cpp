#include "record/police_recorded.h"

#include "record/case.h"
#include "record/kept_in.h"
#include "record/text_limits.h"

#include <algorithm>

namespace safelead::record {

OutcomeFault fault_of_outcome(Answer crime_recorded, std::string_view outcome,
                              const std::optional<Date>& outcome_on)
{
    if (!is_blank(outcome))
        return crime_recorded == Answer::no ? OutcomeFault::of_no_crime : OutcomeFault::none;
    return outcome_on ? OutcomeFault::not_said : OutcomeFault::none;
}

bool is_police_record_owed(const Case& of)
{
    const auto is_told = [](const auto& one) { return one.kind == AgencyKind::police; };
    const bool was_told =
        std::ranges::any_of(of.consultations, is_told) || std::ranges::any_of(of.referrals, is_told);
    return was_told && std::ranges::none_of(kept_in<PoliceSaid>(of), [](const auto& said) {
               return said.it->crime_recorded != Answer::unknown;
           });
}

}  // namespace safelead::record
