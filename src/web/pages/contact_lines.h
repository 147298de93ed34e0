#pragma once

#include "directory/who_to_ring.h"
#include "web/text/phrase.h"

#include <string>
#include <vector>

namespace safelead::web {

/// Contacts with their numbers to tap, whether they answer now, when somebody last checked them, and who says
/// so.
[[nodiscard]] Html contact_lines(const Speaker& say, const std::vector<directory::ToRing>& to_ring,
                                 directory::WallTime at);

/// "Monday to Thursday 9am to 5pm, Friday 9am to 4:30pm. Not on bank holidays." For paper, where no clock is
/// known. `name_of_other` is whom it answers in place of, if it does.
[[nodiscard]] std::string hours_in_words(const directory::Hours& hours, std::string_view name_of_other);

/// What is said and by whom, in small print. `checked`: whether a person has looked, in words.
[[nodiscard]] Html provenance_line(const Speaker& say, const std::vector<directory::Provenance>& sources,
                                   std::optional<Date> seen_on, std::string_view checked);

/// A number that rings when it is tapped.
[[nodiscard]] Html number_link(const directory::Telephone& telephone);

}  // namespace safelead::web
