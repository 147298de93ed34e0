#pragma once

// Opening a case that is closed to somebody and can't wait, and what the head and the coordinator see of it.

#include "web/forms/form_writer.h"

#include <string>
#include <vector>

namespace safelead::web {

[[nodiscard]] Html open_by_force_page(const FormWriter& form, const FormFrame& frame);

struct OpeningLine {
    std::string id;
    std::string school;
    std::string who;  ///< Empty for the coordinator.
    std::string when;
    std::string of;      ///< The case's reference, for whoever may read it.
    std::string judged;  ///< Empty while nobody has looked at it.
    std::string words;
    std::string reviewed;  ///< By whom and when.
    bool may_review = false;
};

struct OpeningsPage {
    std::vector<OpeningLine> lines;
    FormFrame frame;  ///< Of the review; which opening it is about is chosen in it.
    bool is_recorded = false;
};
[[nodiscard]] Html openings_page(const FormWriter& form, const OpeningsPage& page);

/// That some wait to be looked at, with the way there; nothing where none do.
[[nodiscard]] Html openings_notice(const Speaker& say, std::size_t waiting);

}  // namespace safelead::web
