#include "learning/posts.h"

#include <algorithm>

namespace safelead::learning {

void Posts::take(const directory::Event& event, Instant at)
{
    if (const auto* given = std::get_if<directory::RoleGiven>(&event))
        since_.try_emplace({given->person, given->organisation, given->role}, at);
    if (const auto* taken = std::get_if<directory::RoleTaken>(&event))
        since_.erase({taken->person, taken->organisation, taken->role});
    if (const auto* left = std::get_if<directory::PersonLeft>(&event))
        std::erase_if(since_,
                      [&](const auto& post) { return std::get<PersonId>(post.first) == left->person; });
}

std::optional<Instant> Posts::since(const PersonId& person, const OrganisationId& organisation,
                                    directory::Roles roles) const
{
    std::optional<Instant> earliest;
    for (const auto role : roles.list()) {
        const auto found = since_.find({person, organisation, role});
        if (found != since_.end()) earliest = earliest ? std::min(*earliest, found->second) : found->second;
    }
    return earliest;
}

}  // namespace safelead::learning
