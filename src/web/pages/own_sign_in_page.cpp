#include "web/pages/own_sign_in_page.h"

#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Html paragraph(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

Html factor_words(const Speaker& say, const app::OwnFactor& factor)
{
    if (factor.is_set) return say("An app shows you a code"_p);
    return factor.is_needed ? say("Not set up, and your role needs it"_p) : say("Not set up"_p);
}

/// A form that is one button about one thing.
Html one_button(const FormWriter& form, FormFrame frame, std::string_view name, std::string_view value,
                Html label, std::string_view hidden_words,
                std::string_view classes = "govuk-button--secondary")
{
    frame.id = fmt::format("{}-{}", frame.id, value);
    // Each button is a command of its own, though the page was made with one.
    if (!frame.command.empty()) frame.command = fmt::format("{}-{}", frame.command.substr(0, 16), value);
    Html content;
    content << label << "<span class=\"govuk-visually-hidden\"> " << text(hidden_words) << "</span>";
    Html out;
    out << form.open(frame) << hidden_input(name, value)
        << Button{.content = std::move(content),
                  .classes = std::string{classes},
                  .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

Html standing_of(const Speaker& say, const SignInLine& line)
{
    Html out;
    const auto& shown = line.shown;
    out << (shown.has_password ? say("Has a password"_p) : say("Has no password yet"_p)) << "; "
        << (shown.has_factor ? say("a code from an app"_p) : say("no code from an app"_p)) << ".";
    if (shown.has_ties) out << " " << say("Signs in by an account elsewhere."_p);
    if (shown.invited_until) out << " " << say("An invitation is open until {0}."_p, {line.invited_until});
    if (shown.reset_asked_by)
        out << " <strong>" << say("{0} asks to reset it."_p, {*shown.reset_asked_by}) << "</strong>";
    if (shown.asked_in_vain)
        out << " "
            << (line.is_self
                    ? say("Nobody can agree to what they asked any more: somebody else has to ask for it "
                          "anew."_p)
                    : say("Nobody can agree to what they asked any more: ask for it anew."_p));
    return out;
}

Html what_can_be_done(const FormWriter& form, const SignInsPage& page, const SignInLine& line)
{
    const auto& say = form.say();
    const auto& shown = line.shown;
    const auto id = shown.person.text();
    Html out;
    if (shown.reset_asked_by) {
        if (shown.may_agree)
            out << one_button(form, page.agree, "person", id, say("Agree to the reset"_p), shown.name,
                              "govuk-button--warning");
        out << one_button(form, page.refuse, "person", id, say("Say no"_p), shown.name);
        if (shown.asked_in_vain && !line.is_self)
            out << one_button(form, page.ask, "person", id, say("Ask for a reset"_p), shown.name);
        return out;
    }
    if (line.is_self) return say("This is you. Somebody else has to ask."_p);
    if (shown.takes_two)
        return one_button(form, page.ask, "person", id, say("Ask for a reset"_p), shown.name);
    return one_button(form, page.invite, "person", id,
                      shown.has_a_way_in ? say("Reset and invite"_p) : say("Invite"_p), shown.name);
}

Html role_asked_for(const FormWriter& form, FormFrame frame, const app::RoleWaiting& waiting)
{
    const auto& say = form.say();
    const auto role = directory::role_words(waiting.role);
    const auto which = fmt::format("{}-{}", waiting.at.text().substr(0, 32), static_cast<int>(waiting.role));
    frame.id = fmt::format("{}-{}", frame.id, which);
    frame.command = fmt::format("{}-{}", frame.command.substr(0, 16), which);
    Html label;
    label << say("Say no"_p) << "<span class=\"govuk-visually-hidden\"> " << text(role) << "</span>";
    Html out;
    return out << InsetText{.content =
                                say("{0} has asked to give you a role at {1}: {2}. It waits for a second "
                                    "person. If it is not yours to have, say no."_p,
                                    {waiting.asked_by, waiting.at_name, role})}
               << form.open(frame) << hidden_input("role", directory::role_name(waiting.role))
               << hidden_input("at", waiting.at.text())
               << Button{.content = std::move(label),
                         .classes = "govuk-button--secondary",
                         .prevents_double_click = true}
               << FormWriter::close();
}

}  // namespace

Html own_sign_in_page(const FormWriter& form, const OwnSignInPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Your sign-in"_p) << "</h1>";
    if (!page.reset_asked_by.empty())
        out << WarningText{.content =
                               say("{0} has asked to reset how you sign in. If you did not ask them to, "
                                   "say no and tell your head."_p,
                                   {page.reset_asked_by})}
            << form.open(page.refuse_reset)
            << Button{.content = say("Say no to the reset"_p), .classes = "govuk-button--warning"}
            << FormWriter::close();
    for (const auto& one : page.roles_waiting) out << role_asked_for(form, page.refuse_role, one);
    SummaryList list;
    SummaryRow password{.key = say("Password"_p),
                        .value = page.has_password ? say("Set"_p) : say("None"_p),
                        .keeps_action_column = !page.has_password};
    if (page.has_password)
        password.actions = {{.content = say("Change"_p),
                             .href = "/settings/password",
                             .visually_hidden_text = say.plain("password"_p)}};
    list.rows.push_back(std::move(password));
    list.rows.push_back({.key = say("Second factor"_p),
                         .value = factor_words(say, page.factor),
                         .actions = {{.content = page.factor.is_set ? say("Replace"_p) : say("Set up"_p),
                                      .href = "/settings/factor",
                                      .visually_hidden_text = say.plain("second factor"_p)}}});
    if (page.factor.is_set)
        list.rows.push_back(
            {.key = say("Recovery codes"_p),
             .value = say("{0} of 10 not used yet"_p, {std::to_string(page.factor.recovery_codes_left)}),
             .keeps_action_column = true});
    list.rows.push_back({.key = say("Passkeys"_p),
                         .value = say("{0} registered"_p, {std::to_string(page.passkeys)}),
                         .actions = {{.content = say("Look"_p),
                                      .href = "/settings/passkeys",
                                      .visually_hidden_text = say.plain("at your passkeys"_p)}}});
    if (page.shows_ties)
        list.rows.push_back(
            {.key = say("Accounts elsewhere"_p),
             .value = say("{0} tied"_p, {std::to_string(page.ties)}),
             .actions = {{.content = say("Look"_p),
                          .href = "/settings/issuers",
                          .visually_hidden_text = say.plain("at your accounts elsewhere"_p)}}});
    list.rows.push_back({.key = say("Where you are signed in"_p),
                         .value = say("Each browser, since when"_p),
                         .actions = {{.content = say("Look"_p),
                                      .href = "/settings/sessions",
                                      .visually_hidden_text = say.plain("where you are signed in"_p)}}});
    out << list;
    if (page.factor.is_set)
        out << form.open(page.make_codes)
            << Button{.content = say("Make new recovery codes"_p), .classes = "govuk-button--secondary"}
            << FormWriter::close() << paragraph(say("Those you have now then work no more."_p));
    if (page.looks_after_others)
        out << paragraph(
            say("You can also [look after how others here sign in](/settings/sign-ins), and "
                "[the people here and their roles](/settings/people)."_p));
    if (page.keeps_tokens)
        out << paragraph(
            say("You can also [make and revoke tokens for your own systems](/settings/tokens)."_p));
    if (page.keeps_children)
        out << paragraph(
            say("You can also [bring in the list of your school’s children](/settings/import/children)."_p));
    return out << page.changes;
}

Html own_password_page(const FormWriter& form, const FormFrame& frame)
{
    const auto& say = form.say();
    Html out;
    return out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Change your password"_p)
               << "</h1>" << paragraph(say("You are signed out everywhere else. Here you go on."_p))
               << form.open(frame)
               << PasswordInput{.name = "old",
                                .id = "old",
                                .label = {.content = say("The password you have"_p)},
                                .error = form.error("old"),
                                .autocomplete = "current-password"}
               << PasswordInput{.name = "new",
                                .id = "new",
                                .label = {.content = say("A new password"_p)},
                                .hint = Hint{.content =
                                                 say("At least 12 characters. Three or four words that have "
                                                     "nothing to do with each other are good"_p)},
                                .error = form.error("new"),
                                .autocomplete = "new-password"}
               << Button{.content = say("Change your password"_p), .prevents_double_click = true}
               << FormWriter::close();
}

Html sessions_page(const FormWriter& form, const SessionsPage& page)
{
    const auto& say = form.say();
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Where you are signed in"_p) << "</h1>"
        << paragraph(say("If you don’t know one of these, end it, and change how you sign in."_p));
    for (const auto& line : page.sessions) {
        SummaryList list;
        list.card = SummaryCard{.title = text(line.session.about)};
        list.rows.push_back({.key = say("Since"_p), .value = text(line.began)});
        list.rows.push_back({.key = say("Last used"_p), .value = text(line.last_used)});
        list.rows.push_back({.key = say("End it"_p),
                             .value = line.is_this
                                          ? Html{say("This one"_p)}
                                          : one_button(form, page.end, "session", line.session.id.text(),
                                                       say("End"_p), line.session.about)});
        out << list;
    }
    out << form.open(page.end_all)
        << Button{.content = say("Sign out everywhere"_p), .classes = "govuk-button--warning"}
        << FormWriter::close() << paragraph(say("Here too. What you have typed and not sent is kept."_p));
    return out;
}

Html sign_ins_page(const FormWriter& form, const SignInsPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("How people here sign in"_p)
        << "</h1>"
        << paragraph(
               say("A reset ends somebody’s password, their code, what they tied elsewhere and every "
                   "session, and gives an invitation to begin anew. For anybody who reads what was recorded "
                   "about children, or says who may, **it takes two people**: one asks, another agrees. "
                   "Where they read elsewhere, too, one of the two has to be from there. Be sure that it is "
                   "really them who asks you: see them, or ring a number you know."_p));
    for (const auto& line : page.people) {
        std::string roles;
        for (const auto role : line.shown.roles.list())
            roles += fmt::format("{}{}", roles.empty() ? "" : ", ", directory::role_words(role));
        SummaryList list;
        list.card = SummaryCard{.title = text(line.shown.name)};
        list.rows.push_back(
            {.key = say("Roles"_p), .value = roles.empty() ? say("None here"_p) : text(roles)});
        list.rows.push_back({.key = say("Signs in"_p), .value = standing_of(say, line)});
        list.rows.push_back({.key = say("Reset"_p), .value = what_can_be_done(form, page, line)});
        out << list;
    }
    return out;
}

Html invited_page(const Speaker& say, const std::string& code, const std::string& address,
                  const std::string& on)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Give them this invitation"_p) << "</h1>"
        << WarningText{.content = say("It is shown once, now. Whoever has it signs in as them."_p)}
        << paragraph(
               say("Give it to them alone: in person, or by a telephone number that you know is theirs. "
                   "It works once, for three days."_p))
        << "<p class=\"govuk-body\">" << say("The page to use it on"_p) << ": <strong>" << text(address)
        << "</strong></p><p class=\"govuk-body\">" << say("The code"_p) << ": <strong id=\"invitation\">"
        << text(code) << "</strong></p><p class=\"govuk-body\">" << say("Or both in one link"_p)
        << ": <span class=\"govuk-!-text-break-word\" id=\"invitation-link\">" << text(address) << "#"
        << text(code) << "</span></p>" << Button{.content = say("Done"_p), .href = on};
    return out;
}

}  // namespace safelead::web
