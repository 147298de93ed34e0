#pragma once

#include "base/unavailable.h"

namespace safelead::store {

/// The disk, the database or its folder does not do what it should.
class StoreUnavailable : public Unavailable {
    using Unavailable::Unavailable;
};

/// There is no room left for what was to be written; nothing of it was.
class DiskFull : public StoreUnavailable {
    using StoreUnavailable::StoreUnavailable;
};

}  // namespace safelead::store
