#pragma once

#include "exchange/dmn_model.h"

#include <string>
#include <utility>
#include <vector>

namespace safelead::exchange::dmn {

/// Where something stands in the diagram.
struct Box {
    std::string name;
    int x;
    int y;
};

inline constexpr int box_width = 180;
inline constexpr int box_height = 70;

/// A place for every input and decision: what is needed stands below what needs it.
[[nodiscard]] std::vector<Box> lay_out(const Model& model);

/// What a decision looks at directly, each once, in the order in which its columns stand.
[[nodiscard]] std::vector<std::string> needs_of(const Model& model, const Decision& decision);

/// The columns of its table, in order.
[[nodiscard]] std::vector<std::size_t> columns_of(const Model& model, const Decision& decision);

/// Whether a name is that of an input.
[[nodiscard]] bool is_input(const Model& model, const std::string& name);

}  // namespace safelead::exchange::dmn
