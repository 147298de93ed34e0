#pragma once

// The one form of ours that carries a file. Nothing of it is copied: the document is a view of the request.

#include "web/forms/form_fields.h"

#include <optional>
#include <string_view>

namespace safelead::web {

struct DocumentForm {
    FormFields fields;
    std::string_view document;  ///< "" if none was chosen.
    std::string ending;  ///< Of its name, with the dot, ".docx"; the rest of the name is not looked at.
};

/// Reads multipart/form-data with at most one file, named "document". `body` outlives what is returned.
[[nodiscard]] std::optional<DocumentForm> read_document_form(std::string_view body,
                                                             std::string_view boundary);

}  // namespace safelead::web
