#pragma once

// What waits today over all cases, and who has how much.

#include "web/forms/form_writer.h"

#include <string>
#include <vector>

namespace safelead::web {

/// One task on the list.
struct TaskLine {
    std::string reference;  ///< Of its case.
    std::string words;
    std::string due;
    std::string owner;
    bool is_own = false;
    bool is_passed_up = false;
    bool is_for_now = false;
    bool is_overdue = false;
    bool is_soon = false;  ///< Due within two hours.
    bool owner_is_away = false;
};

/// `first` is what stands before the tasks, and may be empty.
[[nodiscard]] Html today_page(const Speaker& say, const std::vector<TaskLine>& lines, const Html& first);

/// For somebody who reads no cases.
[[nodiscard]] Html today_without_cases(const Speaker& say);

struct LoadLine {
    std::string lead;
    std::string name;
    bool is_away = false;
    std::string open_cases;
    std::string tasks;
    std::string overdue;
    std::string sign_offs;
};

struct LoadPage {
    std::vector<LoadLine> loads;
    FormFrame frame;
    std::string done;  ///< What was handed over just now, in words; "" if nothing was.
};
[[nodiscard]] Html caseload_page(const FormWriter& form, const LoadPage& page);

}  // namespace safelead::web
