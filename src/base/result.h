#pragma once

#include "base/bug.h"

#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

namespace safelead {

/// Stands where there is nothing to return but success: `Result<Done, Conflict>`.
struct Done {
    bool operator==(const Done&) const = default;
};

/// An error on its way into a Result. Written with `fail`, never by hand.
template <class Error>
struct Failed {
    Error error;
};

/// `return fail(Conflict{newest});`
template <class Error>
[[nodiscard]] constexpr auto fail(Error&& error)
{
    return Failed<std::decay_t<Error>>{std::forward<Error>(error)};
}

/// A value, or the reason there is none.
///
/// The names are those of C++23's std::expected, so that readers need learn nothing. We keep our own because
/// this one cannot be dropped on the floor: it is [[nodiscard]] as a type.
template <class Value, class Error>
class [[nodiscard]] Result {
public:
    using value_type = Value;
    using error_type = Error;

    constexpr Result(Value value) : content_{std::in_place_index<0>, std::move(value)} {}

    template <std::convertible_to<Error> Reason>
    constexpr Result(Failed<Reason> failed) : content_{std::in_place_index<1>, std::move(failed.error)}
    {
    }

    [[nodiscard]] constexpr bool has_value() const noexcept { return content_.index() == 0; }
    constexpr explicit operator bool() const noexcept { return has_value(); }

    /// Asking for what is not there is a bug in the caller, so it stops the caller.
    [[nodiscard]] constexpr const Value& value() const& { return *the(std::get_if<0>(&content_)); }
    /// By value, so that `for (auto& one : made().value())` walks something that lives as long as the loop.
    [[nodiscard]] constexpr Value value() && { return std::move(*the(std::get_if<0>(&content_))); }
    [[nodiscard]] constexpr const Error& error() const& { return *the(std::get_if<1>(&content_)); }
    [[nodiscard]] constexpr Error error() && { return std::move(*the(std::get_if<1>(&content_))); }

    [[nodiscard]] constexpr const Value& operator*() const& { return value(); }
    [[nodiscard]] constexpr Value operator*() && { return std::move(*this).value(); }
    [[nodiscard]] constexpr const Value* operator->() const { return &value(); }

    /// Goes on with the value, if there is one, to a step that may itself fail.
    template <class Step>
    [[nodiscard]] constexpr auto and_then(Step&& step) && -> std::invoke_result_t<Step, Value&&>
    {
        if (!has_value()) return fail(std::move(*this).error());
        return std::forward<Step>(step)(std::move(*this).value());
    }

    /// Changes the value, if there is one, by a step that cannot fail.
    template <class Step>
    [[nodiscard]] constexpr auto transform(
        Step&& step) && -> Result<std::invoke_result_t<Step, Value&&>, Error>
    {
        if (!has_value()) return fail(std::move(*this).error());
        return std::forward<Step>(step)(std::move(*this).value());
    }

private:
    template <class Part>
    [[nodiscard]] static constexpr Part* the(Part* part)
    {
        if (part == nullptr) throw_bug("a Result was asked for what it does not hold");
        return part;
    }

    std::variant<Value, Error> content_;
};

}  // namespace safelead

/// Gives the value of a Result, or leaves the enclosing function with its error.
/// The only macro in the project that hides a `return`. GNU C++ statement expression.
#define SL_TRY(expression)                                                             \
    __extension__({                                                                    \
        auto sl_try_result = (expression);                                             \
        if (!sl_try_result) return ::safelead::fail(std::move(sl_try_result).error()); \
        *std::move(sl_try_result);                                                     \
    })
