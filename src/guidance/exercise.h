#pragma once

// A made-up situation to practise on: nobody's, in neutral words.

#include "guidance/facts.h"

#include <string>

namespace safelead::guidance {

struct Exercise {
    std::string id;       ///< "S01"
    std::string summary;  ///< What a lead would be told.
    std::string why;      ///< What its author says decides it.
    Facts facts;          ///< What is established.
};

}  // namespace safelead::guidance
