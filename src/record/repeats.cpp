#include "record/repeats.h"

#include "record/case_facts.h"

#include <algorithm>

namespace safelead::record {

std::optional<Repeat> repeat_in(const Case& of, const Case& earlier)
{
    using std::chrono::sys_days;
    using std::chrono::years;
    const bool comes_before = earlier.reported_on < of.reported_on ||
                              (earlier.reported_on == of.reported_on && earlier.opened_at < of.opened_at);
    if (earlier.id == of.id || !comes_before) return std::nullopt;
    Date a_year_on = earlier.reported_on + years{1};
    if (!a_year_on.ok()) a_year_on = Date{a_year_on.year() / a_year_on.month() / std::chrono::last};
    if (of.reported_on > a_year_on) return std::nullopt;
    for (const auto& person : of.people) {
        if (!person.child) continue;
        const auto there = std::ranges::find(earlier.people, person.child, &CasePerson::child);
        if (there != earlier.people.end()) return Repeat{earlier.reference, earlier.reported_on, person.ref};
    }
    return std::nullopt;
}

bool asks_for_prior_incident(const Case& of)
{
    return answered_in(of, "prior_incident") == guidance::unknown_value;
}

}  // namespace safelead::record
