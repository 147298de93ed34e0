#include "web/pages/sign_in_changes.h"

#include "base/bug.h"
#include "web/html/components.h"
#include "web/pages/words.h"

#include <algorithm>

namespace safelead::web {

namespace {

Phrase words_of(app::SignInChanged what)
{
    switch (what) {
        case app::SignInChanged::password:
            return "Your password was changed"_p;
        case app::SignInChanged::by_invitation:
            return "An invitation was used to begin anew"_p;
        case app::SignInChanged::codes:
            return "An app that shows codes was set up"_p;
        case app::SignInChanged::recovery_codes:
            return "Recovery codes were made"_p;
        case app::SignInChanged::passkey_added:
            return "A passkey was added"_p;
        case app::SignInChanged::passkey_removed:
            return "A passkey was removed"_p;
        case app::SignInChanged::account_tied:
            return "An account elsewhere was tied to yours"_p;
        case app::SignInChanged::account_untied:
            return "An account elsewhere was untied from yours"_p;
        case app::SignInChanged::email:
            return "The e-mail address that you sign in with was changed for you"_p;
        case app::SignInChanged::reset_asked:
            return "Somebody asked to reset how you sign in"_p;
        case app::SignInChanged::was_reset:
            return "How you sign in was reset"_p;
    }
    throw_bug("a change of a sign-in without words");
}

}  // namespace

Html sign_in_news(const Speaker& say, const std::vector<app::SignInChange>& changes)
{
    if (std::ranges::none_of(changes, &app::SignInChange::is_news)) return {};
    Html out;
    return out << InsetText{.content = say("How you sign in was changed, or somebody asked for it. "
                                           "[Look whether that was you](/settings/sign-in)."_p)};
}

Html sign_in_changes_list(const Speaker& say, const std::vector<app::SignInChange>& changes,
                          const directory::Zone& zone)
{
    if (changes.empty()) return {};
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Lately changed"_p) << "</h2><ul class=\"govuk-list\">";
    for (const auto& one : changes)
        out << "<li>" << say(words_of(one.what)) << ", " << text(directory::words(zone.local(one.at)))
            << "</li>";
    return out
           << "</ul><p class=\"govuk-body\">"
           << say("If one of these was not you, tell your administrator now and end your other sessions."_p)
           << "</p>";
}

}  // namespace safelead::web
