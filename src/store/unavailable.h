#pragma once

#include "base/unavailable.h"

namespace safelead::store {

/// The disk, the database or its folder does not do what it should.
class StoreUnavailable : public Unavailable {
    using Unavailable::Unavailable;
};

}  // namespace safelead::store
