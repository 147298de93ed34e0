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

/// One that came after its struct was first written: where it says nothing it is left out, so that what was
/// written before is read, and written again, as it was.
template <class Owner, class Value>
struct LaterField {
    std::string_view name;
    Value Owner::* member;
};

template <class AnyField>
inline constexpr bool is_later = false;
template <class Owner, class Value>
inline constexpr bool is_later<LaterField<Owner, Value>> = true;

/// The fields of a struct, in order: what comes back calls `visit(field...)` with all of them. A std::tuple
/// would hold them too, and takes a quarter of the time in which a file compiles.
template <class... Fields>
[[nodiscard]] constexpr auto fields(Fields... field)
{
    return [=](auto&& visit) -> decltype(auto) { return visit(field...); };
}

}  // namespace safelead
