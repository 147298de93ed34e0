#pragma once

// One field of a struct: what it is called outside the program, and which member it is. A list of them says
// once what a struct has; whatever reads, writes, checks or draws the struct follows the list.

#include <string_view>

namespace safelead {

template <class Owner, class Value>
struct Field {
    std::string_view name;
    Value Owner::* member;
};

}  // namespace safelead
