#pragma once

// What waits for a second person, as the mails count it: never whose it is.

#include "app/actor.h"
#include "directory/partnership.h"

#include <set>
#include <string>

namespace safelead::app {

/// Adds every reset and role of the actor's organisation that they could agree to now.
void add_second_person(const directory::Partnership& partnership, const Actor& actor,
                       std::set<std::string>& waiting);

}  // namespace safelead::app
