#pragma once

#include "app/not_done.h"

#include <utility>

namespace safelead::app {

/// What was not done, and why. Not inlined, because g++ 12 then takes parts of the other reasons for values
/// that nobody set.
template <class Value>
[[nodiscard, gnu::noinline]] Outcome<Value> refused(NotDone why)
{
    return fail(std::move(why));
}

}  // namespace safelead::app
