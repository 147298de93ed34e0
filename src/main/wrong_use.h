#pragma once

#include <stdexcept>

namespace safelead::main {

/// What was typed can't be done, now or later: a folder that is no folder, a key that is none. Thrown and
/// caught by main alone (exit code 64); the message is one sentence that says what to give instead.
class WrongUse : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace safelead::main
