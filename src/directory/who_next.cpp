#include "directory/who_next.h"

#include "directory/authority.h"

#include <algorithm>
#include <array>

namespace safelead::directory {
namespace {

constexpr std::array upwards{Role::dsl, Role::deputy, Role::headteacher, Role::chair_of_governors};

class Climb {
public:
    Climb(const Partnership& partnership, const OrganisationId& organisation, Date day,
          const std::set<PersonId>& excluding)
        : partnership_{partnership}, organisation_{organisation}, day_{day}, excluding_{excluding}
    {
    }

    std::vector<NextPerson> all()
    {
        for (const auto role : upwards) {
            for (const auto* person : partnership_.people_with(organisation_, role))
                turn_to(person->id, role);
        }
        for (const auto& absent : absent_) add(absent);
        return std::move(order_);
    }

private:
    void turn_to(const PersonId& person, Role role)
    {
        if (excluding_.contains(person)) return;
        const auto* absence = partnership_.absence_on(person, organisation_, day_);
        if (absence == nullptr) {
            add({person, role, false});
            return;
        }
        absent_.push_back({person, role, false});
        if (absence->covered_by && can_cover(*absence->covered_by)) add({*absence->covered_by, role, true});
    }

    bool can_cover(const PersonId& cover) const
    {
        return !excluding_.contains(cover) && may_agree(partnership_, cover, organisation_) &&
               partnership_.absence_on(cover, organisation_, day_) == nullptr;
    }

    void add(const NextPerson& next)
    {
        const bool seen = std::ranges::find(order_, next.person, &NextPerson::person) != order_.end();
        if (!seen) order_.push_back(next);
    }

    const Partnership& partnership_;
    const OrganisationId& organisation_;
    Date day_;
    const std::set<PersonId>& excluding_;
    std::vector<NextPerson> order_;
    std::vector<NextPerson> absent_;
};

}  // namespace

std::vector<NextPerson> who_next(const Partnership& partnership, const OrganisationId& organisation, Date day,
                                 const std::set<PersonId>& excluding)
{
    return Climb{partnership, organisation, day, excluding}.all();
}

}  // namespace safelead::directory
