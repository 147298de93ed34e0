#include "web/pages/readers_page.h"

#include "base/bug.h"
#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Html who(const Speaker& say, const app::Read& read)
{
    if (read.kind == app::ReadKind::entry_given) return say("Whoever runs Safelead"_p);
    if (read.kind == app::ReadKind::by_link) return say("Somebody who had the link and the code"_p);
    return text(read.name.empty() ? say.plain("somebody who has left"_p) : read.name);
}

Html what(const Speaker& say, const app::Read& read)
{
    switch (read.kind) {
        case app::ReadKind::seen:
            return say("Read it"_p);
        case app::ReadKind::list_taken:
            return say("Took this list away"_p);
        case app::ReadKind::entry_given:
            return say("Gave an entry of it away: {0}"_p, {read.why});
        case app::ReadKind::printed:
            return say("Put it on paper"_p);
        case app::ReadKind::by_link:
            return say("Read it by a link that was made for {0}"_p, {read.why});
        case app::ReadKind::given_seen:
            return say("Read it as it was given away, number {0}"_p, {read.why});
    }
    throw_bug("something was read in no way");
}

std::string roles_of(const app::Read& read)
{
    std::string roles;
    for (const auto role : read.roles.list())
        roles += fmt::format("{}{}", roles.empty() ? "" : ", ", directory::role_words(role));
    return roles;
}

}  // namespace

Html readers_list(const FormWriter& form, const ReadersPage& page)
{
    const auto& say = form.say();
    Html out;
    out << "<p class=\"govuk-body\">"
        << say("Every reading is recorded before the page is shown. Opening it again within five minutes "
               "counts "
               "as the same reading."_p)
        << "</p>";
    if (page.reads.empty()) out << "<p class=\"govuk-body\">" << say("Nobody has read it yet."_p) << "</p>";
    // A list and not a table, so that it fits on a telephone.
    out << "<ol class=\"govuk-list\">";
    for (auto read = page.reads.rbegin(); read != page.reads.rend(); ++read) {
        const auto roles = roles_of(*read);
        out << "<li class=\"safelead-item\"><strong>" << text(directory::words(page.zone.local(read->at)))
            << "</strong><br>" << who(say, *read) << text(roles.empty() ? roles : ", " + roles) << "<br>"
            << what(say, *read) << "</li>";
    }
    out << "</ol>";
    return out << form.open(page.take) << "<p class=\"govuk-body\">"
               << say("You can take this list away as a file (CSV) for a spreadsheet. That you did is "
                      "recorded and "
                      "stands in this list. The file is not protected: keep it as you would the record."_p)
               << "</p>"
               << Button{.content = say("Take this list away"_p), .classes = "govuk-button--secondary"}
               << FormWriter::close();
}

Html readers_link(const Speaker& say, std::string_view address, const Phrase& words)
{
    Html out;
    return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(address) << "/readers\">"
               << say(words) << "</a></p>";
}

}  // namespace safelead::web
