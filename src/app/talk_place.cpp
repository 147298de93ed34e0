#include "app/parts.h"
#include "app/talk.h"

#include <algorithm>

namespace safelead::app {
namespace {

template <class Wanted>
std::vector<TalkSchool> schools(Safelead& safelead, const Wanted& wanted)
{
    const auto partnership = safelead.parts().partnership();
    std::vector<TalkSchool> all;
    for (const auto* organisation : partnership->organisations())
        if (wanted(*partnership, organisation->id)) all.push_back({organisation->id, organisation->name});
    std::ranges::sort(all, {}, &TalkSchool::name);
    return all;
}

}  // namespace

std::vector<TalkSchool> schools_to_write_to(Safelead& safelead)
{
    return schools(safelead, [](const directory::Partnership& partnership, const OrganisationId& id) {
        return partnership.talk_hours(id) != nullptr;
    });
}

std::vector<TalkSchool> schools_to_come_back_to(Safelead& safelead)
{
    return schools(safelead, [](const directory::Partnership& partnership, const OrganisationId& id) {
        return partnership.ever_talked(id);
    });
}

std::optional<TalkPlace> talk_place(Safelead& safelead, const OrganisationId& school)
{
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    const auto* organisation = partnership->organisation(school);
    if (organisation == nullptr || !partnership->ever_talked(school)) return std::nullopt;
    TalkPlace place{{school, organisation->name}, std::nullopt, {}, {}, {}, {}};
    const auto* hours = partnership->talk_hours(school);
    if (hours == nullptr) return place;
    place.hours = *hours;
    const auto add = [&](std::vector<std::string>& names, directory::Role role) {
        for (const auto* person : partnership->people_with(school, role)) names.push_back(person->name);
    };
    add(place.leads, directory::Role::dsl);
    add(place.leads, directory::Role::deputy);
    add(place.heads, directory::Role::headteacher);
    const auto people = partnership->who_answers(school);
    for (const auto* person : people) place.who.push_back(person->name);
    const auto is_covered = [&](Date day) {
        return std::ranges::any_of(people, [&](const directory::Person* person) {
            return partnership->absence_on(person->id, school, day) == nullptr;
        });
    };
    place.reading =
        directory::reading_at(*hours, parts.local.holidays, parts.zone.local(parts.now()).wall, is_covered);
    return place;
}

}  // namespace safelead::app
