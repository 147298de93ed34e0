#pragma once

// Reporting a concern: one page, in the order in which somebody tells it, and the answer to it.

#include "record/words.h"
#include "web/forms/form_writer.h"
#include "web/pages/finder.h"
#include "web/pages/rings.h"

#include <string>
#include <vector>

namespace safelead::web {

/// What the button says that leads from the report to a document.
inline constexpr std::string_view ask_for_document = "add-document";

struct ConcernPage {
    FormFrame frame;
    std::vector<Listed> children_chosen;
    std::vector<Listed> children_found;
    std::vector<Listed> staff_chosen;
    std::vector<Listed> staff_found;
    std::string searched;  ///< "find-child" or "find-staff", if one was pressed.
    std::vector<Ring> lead;
    bool draft_restored = false;
};
[[nodiscard]] Html concern_form_page(const FormWriter& form, const ConcernPage& page);

/// The answer to a report: what has happened, what has not, and what to do meanwhile.
struct ConcernSentPage {
    std::string reference;
    bool danger = false;
    record::RoutedTo routed_to = record::RoutedTo::lead;
    std::vector<Ring> lead;      ///< Whoever it went to, and how to reach them.
    std::vector<Ring> agencies;  ///< Anyone can ring these.
    std::vector<Ring> lado;      ///< Where somebody who works here is involved.
    bool taken_out = false;      ///< Something in what was typed carried data, and was not kept.
};
[[nodiscard]] Html concern_sent_page(const Speaker& say, const ConcernSentPage& page);

}  // namespace safelead::web
