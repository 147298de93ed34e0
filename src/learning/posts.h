#pragma once

// Since when people have had their roles: what the directory's events say together with when they were
// entered.

#include "directory/partnership.h"

#include <map>
#include <optional>
#include <tuple>

namespace safelead::learning {

class Posts {
public:
    void take(const directory::Event& event, Instant at);

    /// Since when they have had any of these roles there, without a break in all of them; nothing if they
    /// have none now.
    [[nodiscard]] std::optional<Instant> since(const PersonId& person, const OrganisationId& organisation,
                                               directory::Roles roles) const;

private:
    std::map<std::tuple<PersonId, OrganisationId, directory::Role>, Instant> since_;
};

}  // namespace safelead::learning
