#pragma once

#include "record/erasure.h"

#include <vector>

namespace safelead::app {

/// A child whose part of a case was erased.
struct ErasedInCase {
    std::vector<record::CaseRef> refs;  ///< The letters that stood for them.
    Instant at;
    record::ErasureId certificate;
};

}  // namespace safelead::app
