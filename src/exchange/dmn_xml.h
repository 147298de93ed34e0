#pragma once

#include "exchange/dmn.h"
#include "exchange/dmn_model.h"

#include <string>

namespace safelead::exchange::dmn {

/// The model as an XML document of the form, in UTF-8.
[[nodiscard]] std::string to_xml(const Model& model, DmnForm form);

}  // namespace safelead::exchange::dmn
