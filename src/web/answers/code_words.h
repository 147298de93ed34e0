#pragma once

#include "app/second_factor.h"
#include "base/bug.h"
#include "web/pages/words.h"

namespace safelead::web {

[[nodiscard]] inline Phrase words_of_code(app::CodeRefusal why)
{
    switch (why) {
        case app::CodeRefusal::wrong:
            return "That code is not right, or was used before. Wait for the next one"_p;
        case app::CodeRefusal::wait:
            return "There were too many wrong codes. Wait a quarter of an hour, then try again. If a child "
                   "is in "
                   "danger, don’t wait: ring 999"_p;
        case app::CodeRefusal::over:
            return "That took too long. Begin again"_p;
        case app::CodeRefusal::crowded:
            return "Many people are signing in. Try again in a moment"_p;
    }
    throw_bug("a code was refused for a reason without words");
}

}  // namespace safelead::web
