#include "web/pages/readers_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Html who(const Speaker& say, const app::ReadOfCase& read)
{
    if (read.person.text().empty()) return say("Whoever runs Safelead, who gave an entry of it away"_p);
    return text(read.name.empty() ? say.plain("somebody who has left"_p) : read.name);
}

std::string roles_of(const app::ReadOfCase& read)
{
    std::string roles;
    for (const auto role : read.roles.list())
        roles += fmt::format("{}{}", roles.empty() ? "" : ", ", directory::role_words(role));
    return roles.empty() ? read.disclosed_because : roles;
}

}  // namespace

Html readers_page(const Speaker& say, const CaseView& view, const std::vector<app::ReadOfCase>& reads)
{
    Html out;
    out << case_header(say, view, CasePlace::chronology, say("Who has read this case"_p))
        << "<p class=\"govuk-body\">"
        << say("Every reading is recorded before the page is shown. Opening the case again within five "
               "minutes "
               "counts as the same reading."_p)
        << "</p>";
    Table table{.head = {{.content = say("When"_p)}, {.content = say("Who"_p)}, {.content = say("As"_p)}}};
    for (auto read = reads.rbegin(); read != reads.rend(); ++read)
        table.rows.push_back({{.content = text(view.when(read->at))},
                              {.content = who(say, *read)},
                              {.content = text(roles_of(*read))}});
    return out << table;
}

}  // namespace safelead::web
