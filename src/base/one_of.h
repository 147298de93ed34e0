#pragma once

// A std::variant of many alternatives whose copying, moving, comparing and ending are compiled once. As a
// plain variant of sixty, each file that copies one compiles some two thousand small functions for it, which
// took a third of its time.
//
//     struct AnimalAlternatives { using type = std::variant<Cat, Dog, …>; };
//     extern template struct OneOf<AnimalAlternatives>;   // in the header
//     using Animal = OneOf<AnimalAlternatives>;
//     template struct OneOf<AnimalAlternatives>;          // in one source file, outside its namespace

#include <concepts>
#include <variant>

namespace safelead {

template <class Variant>
inline constexpr bool each_is_compared = false;
template <class... Each>
inline constexpr bool each_is_compared<std::variant<Each...>> = (std::equality_comparable<Each> && ...);

/// Used as the variant itself is: std::visit, std::get_if, std::holds_alternative.
template <class Alternatives>
struct OneOf : Alternatives::type {
    using Variant = typename Alternatives::type;
    using Variant::Variant;

    OneOf(const OneOf& other);
    OneOf(OneOf&& other) noexcept;
    OneOf& operator=(const OneOf& other);
    OneOf& operator=(OneOf&& other) noexcept;
    ~OneOf();
    bool operator==(const OneOf& other) const
        requires each_is_compared<Variant>;
};

template <class Alternatives>
OneOf<Alternatives>::OneOf(const OneOf&) = default;
template <class Alternatives>
OneOf<Alternatives>::OneOf(OneOf&&) noexcept = default;
template <class Alternatives>
OneOf<Alternatives>& OneOf<Alternatives>::operator=(const OneOf&) = default;
template <class Alternatives>
OneOf<Alternatives>& OneOf<Alternatives>::operator=(OneOf&&) noexcept = default;
template <class Alternatives>
OneOf<Alternatives>::~OneOf() = default;
template <class Alternatives>
bool OneOf<Alternatives>::operator==(const OneOf& other) const
    requires each_is_compared<Variant>
{
    return static_cast<const Variant&>(*this) == static_cast<const Variant&>(other);
}

}  // namespace safelead

template <class Alternatives>
struct std::variant_size<safelead::OneOf<Alternatives>> : std::variant_size<typename Alternatives::type> {};
template <std::size_t Index, class Alternatives>
struct std::variant_alternative<Index, safelead::OneOf<Alternatives>>
    : std::variant_alternative<Index, typename Alternatives::type> {};
