#pragma once

// Two pages that say the same, though they were drawn at two times.

#include <string>
#include <string_view>

namespace safelead::test {

/// `what`, wherever it stands, as another text.
inline std::string with(std::string text, const std::string& what, const std::string& in_its_place)
{
    if (what.empty()) return text;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + in_its_place.size()))
        text.replace(at, what.size(), in_its_place);
    return text;
}

/// What may differ between two pages that say the same: tokens, and what was asked for.
inline std::string without_what_differs(std::string page, const std::string& asked)
{
    const auto cut = [&page](std::string_view before, char end) {
        for (auto at = page.find(before); at != std::string::npos; at = page.find(before, at)) {
            at += before.size();
            page.erase(at, page.find(end, at) - at);
        }
    };
    cut("name=\"csrf\" value=\"", '"');
    cut("name=\"command\" value=\"", '"');
    return with(std::move(page), asked, "");
}

}  // namespace safelead::test
