#pragma once

#include "directory/arrangements.h"
#include "web/pages/open_pages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {

/// Whom somebody asks for on `/contacts`.
struct ContactsAsked {
    std::string area;
    std::optional<directory::Need> need;  ///< Nothing: every need.
    directory::Audience audience = directory::Audience::staff;
    std::optional<directory::WallTime> at;  ///< Nothing: now.
};

/// "leeds" as people write it.
[[nodiscard]] std::string name_of_area(std::string_view area);

/// `/contacts`: who to ring by place, need and hour. `ringing` is the answer to what was asked.
/// `arrangements` of the area asked for, null if it has none.
[[nodiscard]] Html contacts_page(const Speaker& say, const ContactsAsked& asked,
                                 const std::vector<std::string>& areas, const RingingNow& ringing,
                                 const directory::Arrangements* arrangements);

}  // namespace safelead::web
