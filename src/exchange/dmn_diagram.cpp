#include "exchange/dmn_diagram.h"

#include <algorithm>
#include <map>
#include <set>

namespace safelead::exchange::dmn {

std::vector<std::size_t> columns_of(const Model& model, const Decision& decision)
{
    std::set<std::size_t> used;
    for (const Line& line : decision.lines) {
        for (const auto& [column, values] : line.cells) {
            if (values != model.columns.at(column).all()) used.insert(column);
        }
    }
    return {used.begin(), used.end()};
}

std::vector<std::string> needs_of(const Model& model, const Decision& decision)
{
    std::vector<std::string> needs;
    if (!decision.expression_needs.empty()) needs.push_back(decision.expression_needs);
    for (const std::size_t column : columns_of(model, decision)) {
        const std::string& need = model.columns[column].needs;
        if (std::ranges::find(needs, need) == needs.end()) needs.push_back(need);
    }
    return needs;
}

bool is_input(const Model& model, const std::string& name)
{
    return std::ranges::find(model.inputs, name, &Input::name) != model.inputs.end();
}

std::vector<Box> lay_out(const Model& model)
{
    constexpr int most_in_a_row = 12;
    constexpr int beside = box_width + 40;
    constexpr int above = box_height + 60;

    std::map<std::string, int> height;
    std::vector<std::vector<std::string>> levels(1);
    for (const Input& input : model.inputs) {
        height[input.name] = 0;
        levels[0].push_back(input.name);
    }
    for (const Decision& decision : model.decisions) {
        int highest = 0;
        for (const std::string& need : needs_of(model, decision)) highest = std::max(highest, height[need]);
        height[decision.name] = highest + 1;
        levels.resize(std::max(levels.size(), static_cast<std::size_t>(highest) + 2));
        levels[static_cast<std::size_t>(highest) + 1].push_back(decision.name);
    }

    std::vector<Box> boxes;
    int y = 0;
    for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
        int in_row = 0;
        for (const std::string& name : *level) {
            if (in_row == most_in_a_row) {
                in_row = 0;
                y += above;
            }
            boxes.push_back({name, 20 + in_row * beside, 20 + y});
            ++in_row;
        }
        y += above;
    }
    return boxes;
}

}  // namespace safelead::exchange::dmn
