#include "web/pages/factor_page.h"

#include "base/percent.h"
#include "web/html/qr_code.h"
#include "web/pages/issuer_pages.h"
#include "web/pages/sign_in_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Html paragraph(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

Html heading(Html content)
{
    Html out;
    return out << "<h1 class=\"govuk-heading-l\">" << content << "</h1>";
}

/// In fours, as it is read out or typed.
std::string in_groups(std::string_view secret)
{
    std::string grouped;
    for (std::size_t at = 0; at < secret.size(); at += 4)
        grouped += fmt::format("{}{}", at == 0 ? "" : " ", secret.substr(at, 4));
    return grouped;
}

Html why_words(const Speaker& say, FactorWhy why)
{
    switch (why) {
        case FactorWhy::needed:
            return InsetText{
                .content = say("Your role lets you read what was recorded about children, or say who may. A "
                               "password alone is not enough for that: **set up a code first**."_p)};
        case FactorWhy::wished:
            return {};
        case FactorWhy::replaced:
            return InsetText{.content = say("The app you use now will stop working for Safelead."_p)};
    }
    throw_bug("there is no such reason to set up a second factor");
}

Html code_input(const FormWriter& form, Html label, Html hint)
{
    return Input{.name = "code",
                 .id = "code",
                 .label = {.content = std::move(label)},
                 .hint = Hint{.content = std::move(hint)},
                 .error = form.error("code"),
                 .autocomplete = "one-time-code",
                 .autocapitalize = "none",
                 .spellcheck = false,
                 .classes = "govuk-input--width-20"};
}

}  // namespace

std::string app_link(std::string_view secret, std::string_view email)
{
    return fmt::format("otpauth://totp/Safelead:{}?secret={}&issuer=Safelead", percent_encoded(email),
                       secret);
}

Html code_page(const FormWriter& form, const CodePage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << heading(say("Give a code from your app"_p))
        << paragraph(say("If a child is in danger, ring 999. [What to do in the first minute](/now) needs no "
                         "account."_p))
        << form.open(page.frame) << hidden_input("next", page.next)
        << (page.carried ? carried_fields(*page.carried) : Html{})
        << code_input(
               form, say("Code"_p),
               say("The six digits that your app shows for Safelead. If you don’t have it, one of your "
                   "recovery codes."_p))
        << Button{.content = say("Go on"_p), .prevents_double_click = true} << FormWriter::close()
        << paragraph(say("No app and no recovery code? Ask whoever looks after accounts at your school or "
                         "agency: two people there can reset how you sign in."_p));
    return out;
}

Html set_up_factor_page(const FormWriter& form, const SetUpFactorPage& page)
{
    const auto& say = form.say();
    const auto link = app_link(page.secret, page.email);
    Html out;
    out << form.error_summary() << heading(say("Set up a code to sign in with"_p)) << why_words(say, page.why)
        << paragraph(say("You need an app that shows codes, on a phone or a computer: any that says "
                         "“authenticator”, and most password managers."_p))
        << "<ol class=\"govuk-list govuk-list--number\"><li>"
        << say("In the app, add an account by this picture, or by the key below it."_p) << "</li><li>"
        << say("Type the six digits that it then shows."_p) << "</li></ol>"
        << qr_code(link, say.plain("A picture for the app; the key below says the same"_p))
        << "<p class=\"govuk-body\">" << say("Key"_p) << ": <strong id=\"secret\">"
        << text(in_groups(page.secret))
        << "</strong></p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(link) << "\">"
        << say("Open it in an app on this device"_p) << "</a></p>" << form.open(page.frame)
        << hidden_input("next", page.next) << (page.carried ? carried_fields(*page.carried) : Html{})
        << code_input(form, say("Code"_p), say("The six digits that your app shows now"_p))
        << Button{.content = say("Set it up"_p), .prevents_double_click = true} << FormWriter::close();
    return out;
}

Html recovery_codes_page(const Speaker& say, const std::vector<std::string>& codes, std::string_view on)
{
    Html out;
    out << heading(say("Keep these recovery codes"_p))
        << WarningText{.content =
                           say("They are shown once, now. Safelead keeps no copy that could be read."_p)}
        << paragraph(
               say("Each lets you in once if you lose your app. Print them or write them down, and keep "
                   "them where only you get at them, not with your computer."_p))
        << "<ul class=\"govuk-list\" id=\"recovery-codes\">";
    for (const auto& code : codes) out << "<li><code>" << text(code) << "</code></li>";
    out << "</ul>" << Button{.content = say("I have kept them"_p), .href = std::string{on}};
    return out;
}

Html invitation_page(const FormWriter& form, const FormFrame& frame,
                     const std::vector<app::IssuerShown>& issuers)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << heading(say("Use your invitation"_p))
        << paragraph(say("Somebody at your school or agency gave you a code. It works once, for three days. "
                         "You choose a password that only you know."_p))
        << form.open(frame)
        << Input{.name = "code",
                 .id = "code",
                 .label = {.content = say("Invitation code"_p)},
                 .error = form.error("code"),
                 .value = std::string{form.typed().text("code")},
                 .autocomplete = "off",
                 .autocapitalize = "none",
                 .spellcheck = false}
        << PasswordInput{.name = "password",
                         .id = "password",
                         .label = {.content = say("A new password"_p)},
                         .hint = Hint{.content = say("At least 12 characters. Three or four words that don’t "
                                                     "belong together are easy to remember."_p)},
                         .error = form.error("password"),
                         .autocomplete = "new-password"}
        << Button{.content = say("Set my password"_p), .prevents_double_click = true}
        << issuer_choices(say, issuers) << FormWriter::close();
    return out;
}

}  // namespace safelead::web
