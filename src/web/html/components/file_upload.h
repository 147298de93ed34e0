#pragma once

#include "web/html/components/form_group.h"
#include "web/html/components/label.h"

namespace safelead::web {

struct FileUpload {
    using ComponentTag = void;
    std::string name = {};
    std::string id = {};  ///< The name, unless given.
    Label label = {};
    std::optional<Hint> hint = std::nullopt;
    std::optional<ErrorMessage> error = std::nullopt;
    std::string described_by = {};
    std::string classes = {};
    Attributes attributes = {};
    FormGroup form_group = {};
};
Html& operator<<(Html& out, const FileUpload& upload);

}  // namespace safelead::web
