#include "app/second_person.h"

#include "directory/authority.h"

namespace safelead::app {

void add_second_person(const directory::Partnership& partnership, const Actor& actor,
                       std::set<std::string>& waiting)
{
    const auto could_agree = [&](const PersonId& asked, const PersonId& gaining) {
        return directory::could_agree(partnership, asked, actor.person, actor.organisation, gaining);
    };
    for (const auto* person : partnership.everybody_of(actor.organisation)) {
        const std::string id{person->id.text()};
        if (directory::could_agree_to_reset(partnership, *person, actor.person, actor.organisation))
            waiting.insert("reset/" + id);
        for (const auto& one : person->asked_roles)
            if (one.organisation == actor.organisation && could_agree(one.by, person->id))
                waiting.insert("role/" + std::string{directory::role_name(one.role)} + '/' + id);
    }
}

}  // namespace safelead::app
