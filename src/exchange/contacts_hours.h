#pragma once

#include "directory/contact.h"
#include "exchange/json_tree.h"

namespace safelead::exchange {

/// Hours as contacts.json writes them (docs/formats/contacts.md).
[[nodiscard]] Result<directory::Hours, FieldFault> parse_hours(const JsonTree& tree, const std::string& path);

}  // namespace safelead::exchange
