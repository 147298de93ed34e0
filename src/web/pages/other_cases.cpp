#include "web/pages/other_cases.h"

#include "record/linked_cases.h"
#include "web/forms/asked_impact.h"
#include "web/pages/words.h"

namespace safelead::web {
namespace {

Html case_link(std::string_view reference)
{
    Html out;
    return out << "<a class=\"govuk-link\" href=\"/cases/" << text(reference) << "\">" << text(reference)
               << "</a>";
}

}  // namespace

Html other_cases(const Speaker& say, const CaseView& view)
{
    Html rows;
    for (const auto& link : record::linked_cases(view.state))
        rows << "<li>" << case_link(link.other) << ": "
             << say(why_linked.at(static_cast<std::size_t>(link.why))) << ". " << text(link.words) << "</li>";
    for (const auto& person : view.state.people) {
        if (!person.child) continue;
        const auto found = view.also_in.find(person.child->text());
        if (found == view.also_in.end()) continue;
        for (const auto& reference : found->second)
            rows << "<li>" << case_link(reference) << ": "
                 << say("{0} is in it, too"_p, {view.name_of(person)}) << "</li>";
    }
    if (rows.is_empty()) return {};
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << say("Other cases"_p)
               << "</h2><ul class=\"govuk-list govuk-list--bullet\">" << rows << "</ul>";
}

}  // namespace safelead::web
