#include "web/pages/messages_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <array>

namespace safelead::web {

namespace {

/// What app/notices.h tells of, and a change to how they sign in (app/sign_in_changes.h).
constexpr std::array what_it_comes_for{
    "a report that nobody has read"_p,
    "a task of yours that is overdue"_p,
    "a young person who waits for an answer"_p,
    "a referral that was sent to you, or that nobody answers"_p,
    "a referral of yours that was answered, or that they ask about"_p,
    "a form that is due 24 hours after a call, and is late"_p,
    "a role or a new sign-in that waits for a second person"_p,
    "a change to how you sign in"_p,
};

}  // namespace

Html messages_page(const FormWriter& form, const FormFrame& frame)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Mail when something waits"_p)
        << "</h1><p class=\"govuk-body\">"
        << say("A mail says that something waits for you, and nothing else: no name, no school, not what it "
               "is. You sign in to see it. It comes at most once in a quarter of an hour, for:"_p)
        << "</p><ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& one : what_it_comes_for) out << "<li>" << say(one) << "</li>";
    out << "</ul><p class=\"govuk-body\">"
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
