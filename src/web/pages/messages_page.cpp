#include "web/pages/messages_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

namespace safelead::web {

Html messages_page(const FormWriter& form, const FormFrame& frame)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Mail when something waits"_p)
        << "</h1><p class=\"govuk-body\">"
        << say("A mail says that something waits for you, and nothing else: no name, no school, not what it "
               "is. "
               "You sign in to see it. It comes for a report that nobody has read, a task of yours that is "
               "overdue, "
               "a young person who waits for an answer, and a referral that was sent to you, was answered or "
               "is answered by nobody; at most once in a quarter of an hour."_p)
        << "</p><p class=\"govuk-body\">"
        << say("Don’t rely on it: mail can be late or lost, and nothing here rings anyone."_p) << "</p>"
        << form.open(frame)
        << form.radios("notices", say("Do you want this mail?"_p), {},
                       {{.value = "by_mail", .label = say("Yes, to the address I sign in with"_p)},
                        {.value = "none", .label = say("No mail"_p)}},
                       Layout::small)
        << Button{.content = say("Save"_p), .prevents_double_click = true} << FormWriter::close();
    return out;
}

}  // namespace safelead::web
