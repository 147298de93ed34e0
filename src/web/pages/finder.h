#pragma once

// Searching a list and choosing from it. Without script: a box, a button that sends the whole form and brings
// it back with what was found, and a tick beside each. assets/js/finder.js turns the box into a type-ahead
// that adds the same ticks.

#include "web/forms/form_writer.h"

#include <string>
#include <vector>

namespace safelead::web {

/// Somebody on a list of the school: a child, or a member of staff.
struct Listed {
    std::string id;
    std::string name;
    std::string detail;  ///< Year group, or what they do.
};

/// The name of the buttons that send a form to be shown again rather than carried out.
inline constexpr std::string_view ask_field = "ask";

struct Finder {
    std::string name;     ///< Of the ticks: "child". The box is "child-search", its button asks "find-child".
    std::string address;  ///< Where the script searches: "/children/search".
    Html legend;
    Html hint;
    Html box_label;
    Html button;
    std::vector<Listed> chosen;
    std::vector<Listed> found;  ///< Those chosen left out.
    bool searched = false;
};

[[nodiscard]] Html finder(const FormWriter& form, const Finder& finder);

}  // namespace safelead::web
