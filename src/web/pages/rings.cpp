#include "web/pages/rings.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace safelead::web {

Html telephone_link(std::string_view number)
{
    std::string digits;
    std::ranges::copy_if(number, std::back_inserter(digits),
                         [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
    Html out;
    if (digits.empty()) return out << text(number);
    out << "<a class=\"govuk-link safelead-telephone\" href=\"tel:" << text(digits) << "\">" << text(number)
        << "</a>";
    return out;
}

Html ring_list(const std::vector<Ring>& rings)
{
    Html out;
    out << "<ul class=\"govuk-list safelead-rings\">";
    for (const auto& ring : rings) {
        out << "<li><strong>" << text(ring.who) << "</strong><br>" << telephone_link(ring.number);
        if (!ring.when.empty()) out << "<br><span class=\"govuk-hint\">" << text(ring.when) << "</span>";
        out << "</li>";
    }
    out << "</ul>";
    return out;
}

std::vector<Ring> rings_of(const std::vector<directory::ToRing>& to_ring, directory::WallTime at)
{
    std::vector<Ring> rings;
    for (const auto& one : to_ring) {
        const auto& telephone = one.contact.telephone;
        if (!telephone) continue;
        auto when = directory::words(one.availability, at);
        if (!telephone->then.empty()) when = fmt::format("{} ({})", when, telephone->then);
        rings.push_back({one.contact.name, telephone->display, std::move(when)});
    }
    return rings;
}

}  // namespace safelead::web
