#include "app/ringing.h"

#include "app/parts.h"

#include <map>

namespace safelead::app {
namespace {

/// Open pages say whom to ring, and that they are for practice, also while the record is out of reach.
/// Whoever signs in and every look for reports that nobody read bring it up to date.
std::shared_ptr<const directory::Partnership> last_seen(Safelead& safelead)
{
    return safelead.parts().directory().read().partnership;
}

}  // namespace

Ringing ringing(Safelead& safelead, const Actor& actor, const std::vector<PersonId>& involved)
{
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    const auto* organisation = partnership->organisation(actor.organisation);
    if (organisation == nullptr) throw_bug("somebody acts for an organisation that is not there");

    Ringing ringing;
    ringing.organisation = organisation->name;
    ringing.dsl_telephone = organisation->dsl_telephone;
    ringing.telephone = organisation->telephone;
    ringing.area = organisation->area;
    ringing.at = parts.zone.local(parts.now()).wall;
    const std::set<PersonId> excluding{involved.begin(), involved.end()};
    for (const auto& next :
         directory::who_next(*partnership, actor.organisation, ringing.at.date, excluding)) {
        if (const auto* person = partnership->person(next.person))
            ringing.people.push_back({person->name, next.role, next.covering});
    }
    ringing.outside =
        who_to_ring_now(safelead, {organisation->area, std::nullopt, directory::Audience::staff});
    return ringing;
}

std::vector<directory::ToRing> who_to_ring_now(Safelead& safelead, const directory::Asking& asking)
{
    auto& parts = safelead.parts();
    return directory::who_to_ring(parts.local.contacts, parts.local.holidays,
                                  parts.zone.local(parts.now()).wall, asking);
}

std::string usual_area(Safelead& safelead)
{
    const auto partnership = last_seen(safelead);
    std::map<std::string, int> areas;
    for (const auto* organisation : partnership->organisations())
        if (!organisation->area.empty()) ++areas[organisation->area];
    std::string usual = "england";
    int most = 0;
    for (const auto& [area, count] : areas) {
        if (count <= most) continue;
        usual = area;
        most = count;
    }
    return usual;
}

directory::Standing standing(Safelead& safelead)
{
    const auto partnership = last_seen(safelead);
    for (const auto* organisation : partnership->organisations())
        if (organisation->standing == directory::Standing::practice) return directory::Standing::practice;
    return directory::Standing::real;
}

}  // namespace safelead::app
