#pragma once

// What is done for one organisation after another, where the next is not to wait for what is wrong with this
// one.

#include <exception>

namespace safelead::app {

/// Serves all of them, whatever is wrong with one: also where that is our fault. Gives what was wrong with
/// the first that could not be served, for whoever called to throw once the others are done.
template <class All, class Serve>
[[nodiscard]] std::exception_ptr serve_each(const All& all, const Serve& serve)
{
    std::exception_ptr failed;
    for (const auto& one : all) {
        try {
            serve(one);
        } catch (const std::exception&) {
            if (!failed) failed = std::current_exception();
        }
    }
    return failed;
}

}  // namespace safelead::app
