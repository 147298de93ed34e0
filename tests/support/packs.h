#pragma once

#include "app/packs.h"
#include "guidance/pack.h"

namespace safelead::test {

/// The packs of this repository, read once.
[[nodiscard]] const app::Packs& packs();

[[nodiscard]] const guidance::Pack& pack(std::string_view edition);

}  // namespace safelead::test
