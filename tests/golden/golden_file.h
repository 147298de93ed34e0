#pragma once

#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace safelead::test {

/// `now` is what the file in tests/golden holds. ACCEPT=1 writes it anew; the difference is then reviewed.
inline void expect_golden_file(const std::string& name, const std::string& now)
{
    const auto path = safelead::test::source_dir() + "/tests/golden/" + name;
    if (std::getenv("ACCEPT") != nullptr) {
        std::ofstream{path} << now;
        return;
    }
    std::ifstream file{path};
    ASSERT_TRUE(file) << path << " is missing: run with ACCEPT=1 and review it";
    const std::string golden{std::istreambuf_iterator<char>{file}, {}};
    EXPECT_EQ(now, golden) << name << " has changed: if it should have, run with ACCEPT=1";
}

}  // namespace safelead::test
