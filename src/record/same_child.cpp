#include "record/same_child.h"

#include "base/text.h"
#include "record/letters.h"

#include <algorithm>

namespace safelead::record {
namespace {

std::u32string compared(const std::string& name)
{
    std::u32string all;
    for (const auto& word : name_words(name)) all += word;
    return all;
}

bool is_near(const std::u32string& one, const std::u32string& other)
{
    constexpr std::size_t long_enough = 5;
    if (one == other) return true;
    const auto most = std::min(one.size(), other.size()) >= long_enough ? std::size_t{1} : std::size_t{0};
    return letters_apart(one, other, most) <= most;
}

/// One of the names that they go by is one of the other's.
bool have_given_name_in_common(const Identity& one, const Identity& other)
{
    for (const auto* mine : {&one.given_name, &one.known_as})
        for (const auto* theirs : {&other.given_name, &other.known_as}) {
            const auto a = compared(*mine);
            const auto b = compared(*theirs);
            if (!a.empty() && !b.empty() && is_near(a, b)) return true;
        }
    return false;
}

}  // namespace

Likeness how_alike(const Identity& one, const Identity& other)
{
    const auto upn = ascii_lower(trim(one.upn));
    const auto other_upn = ascii_lower(trim(other.upn));
    if (!upn.empty() && upn == other_upn) return Likeness::likely;
    if (one.born && other.born && *one.born != *other.born) return Likeness::none;

    const auto family = compared(one.family_name);
    const auto other_family = compared(other.family_name);
    const bool family_known = !family.empty() && !other_family.empty();
    if (!have_given_name_in_common(one, other) || (family_known && !is_near(family, other_family)))
        return Likeness::none;
    if (one.born && other.born && family_known) return Likeness::likely;
    return Likeness::perhaps;
}

}  // namespace safelead::record
