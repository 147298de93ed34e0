#pragma once

// HTML is a type of its own, so that a string cannot become markup by accident.
//
// What is written into a page is one of three things, and the compiler tells them apart:
//
//     Html out;
//     out << "<p>" << text(name) << "</p>" << Button{.content = text("Continue")};
//
// 1. a literal of the program: markup, put in as it stands (a `const char*` that is not a literal, a
//    std::string or a std::string_view does not compile);
// 2. `text(…)`: anything else, escaped;
// 3. Html, or a component, which is a struct of options with `Html& operator<<(Html&, const Component&)`.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace safelead::web {

/// Markup written by us in the source; made by the compiler from a literal, never at run time. Where an
/// option wants Html, it is written `Markup{"<b>…</b>"}`.
class Markup {
public:
    consteval Markup(const char* literal) : text_{literal} {}
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// Characters still to be escaped on their way into a page. Lives no longer than what it was made from.
struct Text {
    std::string_view characters;
};

/// Escaped markup, in one growing buffer. There is no way in from a string but `text` and `trusted`.
class Html {
public:
    Html() = default;
    Html(Text text);
    Html(Markup markup) : bytes_{markup.text()} {}

    /// A component becomes Html where Html is wanted.
    template <class Component>
        requires requires { typename Component::ComponentTag; }
    Html(const Component& component)
    {
        *this << component;
    }

    Html& operator<<(Markup markup);
    Html& operator<<(Text text);
    Html& operator<<(const Html& html);
    Html& operator<<(std::int64_t number);

    void reserve(std::size_t size) { bytes_.reserve(size); }
    [[nodiscard]] bool is_empty() const { return bytes_.empty(); }
    [[nodiscard]] std::string_view bytes() const& { return bytes_; }
    [[nodiscard]] std::string bytes() && { return std::move(bytes_); }

    bool operator==(const Html&) const = default;

private:
    friend Html trusted(std::string markup);
    std::string bytes_;
};

/// Escaped as GOV.UK Frontend escapes: & " ' < > ` and the backslash. Fit for content and for attribute
/// values.
[[nodiscard]] inline Text text(std::string_view characters)
{
    return Text{characters};
}

/// Says that somebody vouches for this markup: guidance prose that cmark has made, another page's bytes in a
/// test. Never for what a person typed.
[[nodiscard]] Html trusted(std::string markup);

}  // namespace safelead::web
