#pragma once

#include <stdexcept>

namespace safelead {

/// The world is broken: a disk, a database, a key, a network. Thrown only by the shell; caught only at the
/// edges (a request answers 503, a command exits 75), where somebody may try again later. The message is one
/// sentence that says what to do; never personal data.
class Unavailable : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace safelead
