#include "web/pages/tokens_page.h"

#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Html paragraph(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

Html scope_words(const Speaker& say, directory::Scope scope)
{
    switch (scope) {
        case directory::Scope::report:
            return say("Report a concern in the name of a member of staff"_p);
        case directory::Scope::read_status:
            return say("See whether a report that it sent was read"_p);
        case directory::Scope::read_people:
            return say("List who works here: names and roles"_p);
    }
    throw_bug("a scope without words");
}

Html standing_words(const Speaker& say, const TokenLine& line)
{
    switch (line.token.standing) {
        case app::TokenShown::Standing::good:
            return say("Good until {0}"_p, {line.until});
        case app::TokenShown::Standing::over:
            return say("Over since {0}"_p, {line.until});
        case app::TokenShown::Standing::revoked:
            return say("Revoked"_p);
    }
    throw_bug("a token without a standing");
}

Html revoke_button(const FormWriter& form, FormFrame frame, const app::TokenShown& token)
{
    const auto& say = form.say();
    const auto id = token.id.text();
    frame.id = fmt::format("{}-{}", frame.id, id);
    // Each button is a command of its own, though the page was made with one.
    frame.command = fmt::format("{}-{}", frame.command.substr(0, 16), id.substr(0, 32));
    Html label;
    label << say("Revoke"_p) << "<span class=\"govuk-visually-hidden\"> " << text(token.system) << "</span>";
    Html out;
    return out << form.open(frame) << hidden_input("token", id)
               << Button{.content = std::move(label),
                         .classes = "govuk-button--warning",
                         .prevents_double_click = true}
               << FormWriter::close();
}

Html token_card(const FormWriter& form, const TokensPage& page, const TokenLine& line)
{
    const auto& say = form.say();
    Html may;
    for (const auto scope : line.token.scopes.list()) {
        if (!may.is_empty()) may << "<br>";
        may << scope_words(say, scope);
    }
    SummaryList list;
    list.card = SummaryCard{.title = text(line.token.system)};
    list.rows = {
        {.key = say("May"_p), .value = std::move(may)},
        {.key = say("Standing"_p), .value = standing_words(say, line)},
        {.key = say("Made by"_p),
         .value = line.token.made_by.empty() ? say("The operator"_p) : text(line.token.made_by)},
        {.key = say("Last used"_p), .value = line.last_used.empty() ? say("Never"_p) : text(line.last_used)}};
    if (line.token.standing == app::TokenShown::Standing::good)
        list.rows.push_back({.key = say("End it"_p), .value = revoke_button(form, page.revoke, line.token)});
    Html out;
    return out << list;
}

Html make_form(const FormWriter& form, const FormFrame& frame)
{
    const auto& say = form.say();
    std::vector<Choice> scopes;
    for (const auto scope : directory::all_scopes)
        scopes.push_back(
            {.value = std::string{directory::scope_name(scope)}, .label = scope_words(say, scope)});
    std::vector<Choice> ends;
    ends.push_back({.value = "30", .label = say("30 days"_p)});
    ends.push_back({.value = "90", .label = say("90 days"_p)});
    ends.push_back({.value = "365", .label = say("A year"_p)});
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << say("Make a token"_p) << "</h2>" << form.open(frame)
               << form.line(
                      "system", say("What is the system called?"_p),
                      say("As your staff know it. The record says it beside each report that it sends. To "
                          "replace a token, give the same name again."_p),
                      "govuk-input--width-20")
               << form.checkboxes("scope", say("What may it do?"_p),
                                  say("It never reads a concern, a case or a child’s record."_p),
                                  std::move(scopes))
               << form.radios("good-for", say("How long is it good for?"_p), {}, std::move(ends),
                              Layout::small)
               << Button{.content = say("Make a token"_p), .prevents_double_click = true}
               << FormWriter::close();
}

}  // namespace

Html tokens_page(const FormWriter& form, const TokensPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Tokens for your own systems"_p)
        << "</h1>"
        << paragraph(
               say("With a token, a system of yours (a register, a behaviour log) can send a report for a "
                   "member of staff and learn that it was read. Revoke a token at once if it may be in "
                   "other hands; people can still report here."_p));
    if (page.tokens.empty()) out << paragraph(say("There are none yet."_p));
    for (const auto& line : page.tokens) out << token_card(form, page, line);
    return out << make_form(form, page.make);
}

Html token_made_page(const Speaker& say, const std::string& token)
{
    Html out;
    return out << "<h1 class=\"govuk-heading-l\">" << say("A new token"_p) << "</h1>"
               << WarningText{.content =
                                  say("It is shown once, now. Whoever has it can send reports in the name "
                                      "of your staff, or whatever else you chose."_p)}
               << paragraph(say("Put it into the system’s settings. Don’t mail it, and don’t keep it "
                                "elsewhere: make another if it is lost."_p))
               << "<p class=\"govuk-body\">" << say("The token"_p)
               << ": <strong class=\"govuk-!-text-break-word\" id=\"token\">" << text(token)
               << "</strong></p>" << Button{.content = say("Done"_p), .href = "/settings/tokens"};
}

}  // namespace safelead::web
