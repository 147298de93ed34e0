#include "web/html/attributes.h"

#include "base/bug.h"
#include "base/text.h"

#include <algorithm>

namespace safelead::web {

namespace {

bool may_stand_in_a_name(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') ||
           std::string_view{"-_.:"}.find(character) != std::string_view::npos;
}

bool is_allowed(std::string_view name)
{
    const std::string lower = ascii_lower(name);
    return !name.empty() && std::all_of(name.begin(), name.end(), may_stand_in_a_name) &&
           !lower.starts_with("on") && lower != "style";
}

}  // namespace

Attributes::Attributes(std::initializer_list<Attribute> list)
{
    for (const Attribute& attribute : list) add(attribute);
}

void Attributes::add(Attribute attribute)
{
    if (!is_allowed(attribute.name)) throw_bug("an attribute has a name that no page may carry");
    list_.push_back(std::move(attribute));
}

Html& operator<<(Html& out, const Attributes& attributes)
{
    for (const Attribute& attribute : attributes) {
        out << " " << text(attribute.name);
        if (attribute.value) out << "=\"" << text(*attribute.value) << "\"";
    }
    return out;
}

Html& operator<<(Html& out, const IfAny& attribute)
{
    if (attribute.value.empty()) return out;
    return out << " " << attribute.name << "=\"" << text(attribute.value) << "\"";
}

Html& operator<<(Html& out, const MoreClasses& more)
{
    if (more.classes.empty()) return out;
    return out << " " << text(more.classes);
}

}  // namespace safelead::web
