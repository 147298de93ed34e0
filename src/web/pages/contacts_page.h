#pragma once

#include "web/pages/open_pages.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::web {

/// Whom somebody asks for on `/contacts`.
struct ContactsAsked {
    std::string area;
    std::optional<directory::Need> need;  ///< Nothing: every need.
    directory::Audience audience = directory::Audience::staff;
    std::optional<directory::WallTime> at;  ///< Nothing: now.
};

/// `/contacts`: who to ring by place, need and hour. `ringing` is the answer to what was asked.
[[nodiscard]] Html contacts_page(const Speaker& say, const ContactsAsked& asked,
                                 const std::vector<std::string>& areas, const RingingNow& ringing);

}  // namespace safelead::web
