#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct ErrorMessage {
    using ComponentTag = void;
    Html content = {};
    std::string id = {};  ///< Filled in by the field that the error belongs to.
    std::string visually_hidden_text = "Error";
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const ErrorMessage& error);

}  // namespace safelead::web
