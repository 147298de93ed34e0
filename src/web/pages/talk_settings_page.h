#pragma once

#include "web/forms/form_writer.h"

#include <string>
#include <vector>

namespace safelead::web {

struct TalkSettingsPage {
    FormFrame set;
    FormFrame stop;
    std::vector<Choice> people;
    bool is_set = false;  ///< Hours are set.
    bool is_on = false;   ///< And somebody named may answer.
    std::size_t open_conversations = 0;
    std::size_t terms = 3;  ///< As many are asked for.
};
[[nodiscard]] Html talk_settings_page(const FormWriter& form, const TalkSettingsPage& page);

}  // namespace safelead::web
