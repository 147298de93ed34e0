#pragma once

#include "web/html/html.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {

/// One attribute. Without a value it is boolean: ` hidden`.
struct Attribute {
    std::string name;
    std::optional<std::string> value = std::nullopt;
};

/// Further attributes of an element, in the order given: `{{"data-draft", "on"}, {"hidden"}}`.
class Attributes {
public:
    Attributes() = default;
    Attributes(std::initializer_list<Attribute> list);

    /// A name that could break out of the tag, or that carries script (`on…`, `style`), is our bug.
    void add(Attribute attribute);

    [[nodiscard]] bool is_empty() const { return list_.empty(); }
    [[nodiscard]] auto begin() const { return list_.begin(); }
    [[nodiscard]] auto end() const { return list_.end(); }

private:
    std::vector<Attribute> list_;
};

/// Each with a space before it.
Html& operator<<(Html& out, const Attributes& attributes);

/// ` name="value"`, the value escaped; nothing at all if the value is empty.
struct IfAny {
    Markup name;
    std::string_view value;
};
Html& operator<<(Html& out, const IfAny& attribute);

/// A space and the classes, or nothing: goes inside `class="…"`.
struct MoreClasses {
    std::string_view classes;
};
Html& operator<<(Html& out, const MoreClasses& more);

}  // namespace safelead::web
