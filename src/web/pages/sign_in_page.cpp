#include "web/pages/sign_in_page.h"

#include "web/pages/issuer_pages.h"
#include "web/pages/words.h"

#include <optional>

namespace safelead::web {

namespace {

Html why(const Speaker& say, SignInReason reason)
{
    switch (reason) {
        case SignInReason::asked:
            return {};
        case SignInReason::signed_out:
            return say("You have signed out."_p);
        case SignInReason::timed_out:
            return say(
                "You were signed out because nothing happened for a while. Sign in and you come back to "
                "where "
                "you were."_p);
        case SignInReason::typing_kept:
            return say(
                "You were signed out because nothing happened for a while. **What you typed is kept**: sign "
                "in, and it "
                "is there. It has not been sent yet."_p);
    }
    throw_bug("there is no such reason to sign in");
}

/// A device that others use lets the next person in by the same button, without a password.
Html still_there(const Speaker& say, const app::IssuerToLeave& left)
{
    Html out;
    out << " " << say("You came by {0}, and may still be signed in there."_p, {left.label}) << " ";
    if (left.address.empty())
        return out << say(
                   "If others use this device, sign out there too. Closing the browser may not do it."_p);
    return out << say("If others use this device: [sign out of {0} too]({1})."_p, {left.label, left.address});
}

}  // namespace

Html carried_fields(const app::Draft& carried)
{
    Html out;
    out << hidden_input("carried-form", carried.form);
    if (carried.of) out << hidden_input("carried-of", carried.of->text());
    for (const auto& [name, value] : carried.fields) out << hidden_input("carried:" + name, value);
    return out;
}

Html sign_in_page(const FormWriter& form, const SignInPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Sign in"_p) << "</h1>";
    if (auto reason = why(say, page.reason); !reason.is_empty()) {
        if (page.left) reason << still_there(say, *page.left);
        out << InsetText{.content = std::move(reason)};
    }
    out << "<p class=\"govuk-body\">"
        << say("If a child is in danger, ring 999. [What to do in the first minute](/now) needs no account."_p)
        << "</p>" << form.open(page.frame) << hidden_input("next", page.next)
        << (page.carried ? carried_fields(*page.carried) : Html{})
        << Input{.name = "email",
                 .id = "email",
                 .label = {.content = say("E-mail address"_p)},
                 .error = form.error("email"),
                 .value = std::string{form.typed().text("email")},
                 .type = "email",
                 .autocomplete = "username",
                 .spellcheck = false}
        << PasswordInput{.name = "password",
                         .id = "password",
                         .label = {.content = say("Password"_p)},
                         .error = form.error("password")}
        << Button{.content = say("Sign in"_p), .prevents_double_click = true} << FormWriter::close()
        << issuer_buttons(form, page.issuers, page.frame.csrf_token, page.next, page.carried)
        << "<p class=\"govuk-body\">"
        << say("You can also [sign in with a passkey](/sign-in/passkey). Were you given an invitation? "
               "[Use it here](/invitation)."_p)
        << "</p>";
    return out;
}

}  // namespace safelead::web
