#pragma once

#include "base/result.h"

#include <string>

namespace safelead::exchange {

/// What is wrong in a file, and where.
struct FileFault {
    std::string file;
    int line = 0;       ///< From 1; 0 if the whole file is meant.
    std::string field;  ///< "contacts[3].hours.monday"; empty if it could not be read at all.
    std::string what;   ///< One sentence.
};

/// "guidance/local/leeds/contacts.json:12: contacts[3].hours.monday: …"
[[nodiscard]] std::string words(const FileFault& fault);

}  // namespace safelead::exchange
