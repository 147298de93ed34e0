#pragma once

// Which schools used a kit, and what is due to be checked again.

#include "web/forms/form_writer.h"

#include <string>
#include <vector>

namespace safelead::web {

struct KitUseLine {
    std::string school;  ///< Empty on the school's own page.
    std::string from;
    std::string parts;
};

struct KitPage {
    std::string campaign;  ///< Its title.
    FormFrame frame;
    std::vector<KitUseLine> uses;
    bool is_saved = false;
};
[[nodiscard]] Html kit_page(const FormWriter& form, const KitPage& page);

/// Something with a day by which a person has to look at it again.
struct DueLine {
    std::string name;
    std::string address;  ///< Where it is shown.
    std::string words;    ///< Checked when, due when.
};

struct KitUsesShown {
    std::string campaign;
    std::vector<KitUseLine> uses;
};

struct UpkeepPage {
    std::vector<DueLine> contacts_overdue;  ///< Past their day: their pages say so to readers.
    std::vector<DueLine> contacts_never;    ///< Not past it, but no person has checked them.
    std::vector<DueLine> texts_overdue;
    std::vector<DueLine>
        held_back;  ///< Translations that readers do not see until somebody has checked them.
    std::vector<KitUsesShown> kits;
};
[[nodiscard]] Html upkeep_page(const Speaker& say, const UpkeepPage& page);

}  // namespace safelead::web
