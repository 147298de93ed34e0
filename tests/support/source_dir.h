#pragma once

#include <string>

namespace safelead::test {

/// The folder of the project's sources. Only source_dir.cpp is built with its name, so that every other test
/// compiles to the same in every clone and a compiler cache serves them all.
const std::string& source_dir();

}  // namespace safelead::test
