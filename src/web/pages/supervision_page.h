#pragma once

// Notes of supervision: who, when, what was agreed, and when again.

#include "web/forms/form_writer.h"

#include <string>
#include <vector>

namespace safelead::web {

struct SupervisionLine {
    std::string lead;
    std::string supervisor;
    std::string when;
    std::string agreed;
    std::string next;  ///< "" if no day was set.
    std::string recorded;
    bool is_overdue = false;
};

struct SupervisionPage {
    std::vector<SupervisionLine> notes;
    std::vector<Choice> leads;
    std::vector<Choice> supervisors;
    FormFrame frame;
    bool is_recorded = false;
};

[[nodiscard]] Html supervision_page(const FormWriter& form, const SupervisionPage& page);

}  // namespace safelead::web
