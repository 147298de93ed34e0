#include "web/pages/passkeys_page.h"

#include "web/pages/sign_in_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

/// What the script reads, and where it says what went wrong. Without it the button is not shown.
Html for_script(const Speaker& say, const app::PasskeyChallenge& challenge, std::string_view kind,
                std::string_view host, Html button)
{
    Html out;
    out << "<div id=\"passkey\" data-kind=\"" << text(kind) << "\" data-challenge=\""
        << text(challenge.challenge) << "\" data-host=\"" << text(host) << "\" data-failed=\""
        << text(say.plain("It did not work, or you stopped it. Try again, or sign in another way."_p))
        << "\">" << hidden_input("issued", challenge.issued) << hidden_input("passkey", "")
        << hidden_input("client-said", "") << hidden_input("authenticator-said", "")
        << hidden_input("signature", "")
        << "<p class=\"govuk-error-message\" id=\"passkey-failed\" role=\"alert\"></p>"
        << "<div id=\"passkey-button\" hidden>" << button << "</div></div>"
        << "<p class=\"govuk-body\" id=\"passkey-without\">"
        << say("Passkeys need a browser that knows them, with scripts on. This one can’t use them here."_p)
        << "</p>";
    return out;
}

}  // namespace

Html passkey_sign_in_page(const FormWriter& form, const PasskeySignInPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Sign in with a passkey"_p)
        << "</h1>"
        << "<p class=\"govuk-body\">"
        << say("If a child is in danger, ring 999. [What to do in the first minute](/now) needs no account."_p)
        << "</p>" << form.open(page.frame) << hidden_input("next", page.next)
        << (page.carried ? carried_fields(*page.carried) : Html{})
        << for_script(say, page.challenge, "get", page.host,
                      Button{.content = say("Use my passkey"_p), .id = "use-passkey"})
        << FormWriter::close() << "<p class=\"govuk-body\">"
        << say("[Sign in with a password instead](/sign-in)."_p) << "</p>";
    return out;
}

Html passkeys_page(const FormWriter& form, const PasskeysPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Your passkeys"_p) << "</h1>"
        << "<p class=\"govuk-body\">"
        << say("A passkey is kept by your computer, your telephone or a security key, which checks that it "
               "is "
               "you. It counts as password and code, and works only at this address: a false page can’t ask "
               "for "
               "it."_p)
        << "</p>";
    if (page.passkeys.empty()) out << "<p class=\"govuk-body\">" << say("You have none yet."_p) << "</p>";
    SummaryList list;
    for (const auto& one : page.passkeys) {
        auto frame = page.remove;
        frame.id = fmt::format("remove-{}", list.rows.size());
        frame.command = fmt::format("{}-{}", frame.command.substr(0, 32), list.rows.size());
        Html remove;
        remove << form.open(frame) << hidden_input("passkey-id", one.id)
               << "<button class=\"safelead-link-button\" type=\"submit\">" << say("Take away"_p)
               << "<span class=\"govuk-visually-hidden\"> " << text(one.name) << "</span></button>"
               << FormWriter::close();
        list.rows.push_back({.key = text(one.name), .value = std::move(remove)});
    }
    if (!page.passkeys.empty()) out << list;
    out << "<h2 class=\"govuk-heading-m\">" << say("Add one"_p) << "</h2>" << form.open(page.add)
        << "<div data-user=\"" << text(page.user) << "\" data-email=\"" << text(page.email)
        << "\" id=\"passkey-user\"></div>"
        << form.line("name", say("What do you call it?"_p), say("For example: my school laptop"_p),
                     "govuk-input--width-20")
        << for_script(say, page.challenge, "create", page.host,
                      Button{.content = say("Add a passkey"_p), .id = "use-passkey"})
        << FormWriter::close();
    return out;
}

}  // namespace safelead::web
