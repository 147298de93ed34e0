#pragma once

// For whoever runs training: planning a session, and its register.

#include "app/training.h"
#include "web/forms/form_writer.h"

#include <string>

namespace safelead::web {

[[nodiscard]] Html plan_page(const FormWriter& form, const FormFrame& frame,
                             const learning::Curriculum& curriculum);

struct RegisterPage {
    app::RegisterView view;
    const learning::Topic* topic;
    const directory::Zone& zone;
    Instant now;
    std::string csrf_token;
    std::string command;
    bool is_kept = false;  ///< Just now.
};
[[nodiscard]] Html register_page(const FormWriter& form, const RegisterPage& page);

}  // namespace safelead::web
