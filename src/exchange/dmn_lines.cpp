#include "exchange/dmn_conditions.h"

#include <algorithm>

namespace safelead::exchange::dmn {

namespace {

/// Whether every case of `narrow` is one of `wide`.
bool covers(const Cells& wide, const Cells& narrow)
{
    return std::ranges::all_of(wide, [&narrow](const auto& cell) {
        const auto found = narrow.find(cell.first);
        return found != narrow.end() && (found->second & ~cell.second) == 0;
    });
}

/// The column in which alone two lines differ, if there is one: then one line says both.
const std::size_t* only_difference(const Cells& a, const Cells& b)
{
    if (a.size() != b.size()) return nullptr;
    const std::size_t* difference = nullptr;
    for (auto left = a.begin(), right = b.begin(); left != a.end(); ++left, ++right) {
        if (left->first != right->first) return nullptr;
        if (left->second == right->second) continue;
        if (difference != nullptr) return nullptr;
        difference = &left->first;
    }
    return difference;
}

void add(AnyOf& lines, const Cells& line)
{
    if (std::ranges::any_of(lines, [&](const Cells& there) { return covers(there, line); })) return;
    std::erase_if(lines, [&](const Cells& there) { return covers(line, there); });
    for (auto there = lines.begin(); there != lines.end(); ++there) {
        const std::size_t* column = only_difference(*there, line);
        if (column == nullptr) continue;
        there->at(*column) |= line.at(*column);
        return;
    }
    lines.push_back(line);
}

}  // namespace

AnyOf either(AnyOf a, const AnyOf& b)
{
    for (const Cells& line : b) add(a, line);
    return a;
}

AnyOf both(const AnyOf& a, const AnyOf& b)
{
    AnyOf lines;
    for (const Cells& left : a) {
        for (const Cells& right : b) {
            Cells line = left;
            bool can_hold = true;
            for (const auto& [column, values] : right) {
                const auto [cell, is_new] = line.emplace(column, values);
                if (!is_new) cell->second &= values;
                can_hold = can_hold && cell->second != 0;
            }
            if (can_hold) add(lines, line);
        }
    }
    return lines;
}

}  // namespace safelead::exchange::dmn
