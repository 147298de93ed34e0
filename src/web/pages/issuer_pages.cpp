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

/// A form that is one link-like button about one account.
Html one_button(const FormWriter& form, FormFrame frame, std::size_t number, std::string_view name,
                const std::string& value, Html label, const std::string& about)
{
    frame.id = fmt::format("{}-{}", frame.id, number);
    if (!frame.command.empty()) frame.command = fmt::format("{}-{}", frame.command, number);
    Html out;
    out << form.open(frame) << hidden_input(name, value)
        << "<button class=\"safelead-link-button\" type=\"submit\">" << label
        << "<span class=\"govuk-visually-hidden\"> " << text(about) << "</span></button>"
        << FormWriter::close();
    return out;
}

}  // namespace

Html issuer_buttons(const FormWriter& form, const std::vector<app::IssuerShown>& issuers,
                    std::string_view csrf_token, std::string_view next,
                    const std::optional<app::Draft>& carried)
{
    if (issuers.empty()) return {};
    const auto& say = form.say();
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Or with an account elsewhere"_p)
        << "</h2><div id=\"elsewhere\">"
        << paragraph(say("If you have tied one here: you show who you are there, and come back."_p));
    for (const auto& one : issuers) {
        const FormFrame frame{.action = fmt::format("/sign-in/with/{}", one.id),
                              .csrf_token = std::string{csrf_token},
                              .command = {},
                              .draft = {},
                              .draft_of = {},
                              .page = "/sign-in",
                              .id = fmt::format("form-with-{}", one.id)};
        out << form.open(frame) << hidden_input("next", next) << (carried ? carried_fields(*carried) : Html{})
            << Button{.content = say("Sign in with {0}"_p, {one.label}),
                      .classes = "govuk-button--secondary",
                      .prevents_double_click = true}
            << FormWriter::close();
    }
    out << "</div>";
    return out;
}

Html issuer_choices(const Speaker& say, const std::vector<app::IssuerShown>& issuers)
{
    if (issuers.empty()) return {};
    Html out;
    out << paragraph(say("Or leave the password empty and sign in by an account elsewhere from now on:"_p));
    for (const auto& one : issuers)
        out << Button{.content = say("Use {0} instead of a password"_p, {one.label}),
                      .name = "issuer",
                      .value = one.id,
                      .classes = "govuk-button--secondary",
                      .prevents_double_click = true};
    return out;
}

Html going_on_page(const Speaker& say, Html words, const std::string& address)
{
    Html out;
    out << heading(std::move(words)) << paragraph(say("This page goes on by itself. If it does not:"_p))
        << Button{.content = say("Go on"_p), .href = address, .id = "go-on"};
    return out;
}

Html not_tied_page(const Speaker& say, Html why)
{
    Html out;
    out << heading(say("Your account was not tied"_p)) << paragraph(std::move(why))
        << Button{.content = say("Go back to your accounts elsewhere"_p),
                  .href = "/settings/issuers",
                  .id = "go-on"};
    return out;
}

Html ties_page(const FormWriter& form, const TiesPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << heading(say("Your accounts elsewhere"_p))
        << paragraph(say(
               "An account that you have tied lets you sign in here by showing who you are there. Safelead "
               "keeps the number that it has there, and asks for no name and no e-mail address. Signing "
               "out here does not sign you out there."_p));
    if (page.ties.empty()) out << paragraph(say("There is nobody here to sign in with."_p));
    SummaryList list;
    for (std::size_t i = 0; i < page.ties.size(); ++i) {
        const auto& one = page.ties[i];
        Html value;
        if (one.is_tied)
            value << say("Tied"_p)
                  << one_button(form, page.untie, i, "issuer", one.issuer, say("Take away"_p), one.label);
        else
            value << say("Not tied"_p)
                  << one_button(form, page.tie, i, "issuer", one.id, say("Tie"_p), one.label);
        list.rows.push_back({.key = text(one.label), .value = std::move(value)});
    }
    if (!page.ties.empty())
        out << "<div id=\"ties\">" << list << "</div>"
            << paragraph(say("Taking one away signs you out everywhere."_p));
    return out;
}

}  // namespace safelead::web
