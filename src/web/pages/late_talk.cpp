#include "web/html/components.h"
#include "web/pages/conversations_page.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

Html line_of(const Speaker& say, const LateTalkLine& line)
{
    Html out;
    out << "<li class=\"safelead-item\"><p class=\"govuk-body\">";
    if (line.is_passed_up)
        out << Tag{.content = say("Passed up to you"_p), .classes = "govuk-tag--red"} << " ";
    out << "<a class=\"govuk-link\" href=\"/conversations/" << text(line.reference) << "\">"
        << say("Conversation {0}"_p, {line.reference}) << "</a>. ";
    if (line.due.empty())
        out << say("Waits since {0}. Nobody is set to answer now."_p, {line.since});
    else
        out << say("Waits since {0}. The school said: an answer by {1}."_p, {line.since, line.due});
    if (line.is_passed_up && !line.who.empty())
        out << " " << say("To answer: {0}. Speak with them, or answer yourself."_p, {line.who});
    return out << "</p></li>";
}

}  // namespace

Html late_talk_lines(const Speaker& say, const std::vector<LateTalkLine>& lines)
{
    if (lines.empty()) return {};
    Html out;
    out << "<section class=\"safelead-danger\" aria-labelledby=\"late-talk\"><h2 class=\"govuk-heading-m\" "
           "id=\"late-talk\">"
        << say("A young person waits longer than the school said"_p) << "</h2><ul class=\"govuk-list\">";
    for (const auto& line : lines) out << line_of(say, line);
    return out << "</ul></section>";
}

}  // namespace safelead::web
