#pragma once

#include "app/who_to_ring.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

namespace safelead::directory {

/// guidance/local as it is in the repository.
inline const app::LocalGuidance& local_files()
{
    static const auto read = app::read_local_guidance(safelead::test::source_dir() + "/guidance");
    if (!read) throw std::runtime_error{exchange::words(read.error())};
    return *read;
}

}  // namespace safelead::directory
