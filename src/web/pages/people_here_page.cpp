#include "web/pages/people_here_page.h"

#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

Html paragraph(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

std::string address_of(const app::PersonHere& here, std::string_view more = {})
{
    return fmt::format("/settings/people/{}{}", here.person.text(), more);
}

Html roles_words(const Speaker& say, directory::Roles roles)
{
    if (roles.is_empty()) return say("None"_p);
    Html out;
    for (const auto role : roles.list()) {
        if (!out.is_empty()) out << "<br>";
        out << text(directory::role_words(role));
    }
    return out;
}

Html standing(const Speaker& say, const PersonHereLine& line)
{
    const auto& here = line.here;
    if (here.has_left) return Tag{.content = say("Has left"_p), .classes = "govuk-tag--grey"};
    Html out;
    if (!here.works_here)
        out << say("Works at {0}, and signs in as they do there."_p, {here.works_at});
    else if (here.has_a_way_in)
        out << say("Can sign in."_p);
    else
        out << Tag{.content = say("Can’t sign in yet"_p), .classes = "govuk-tag--yellow"};
    if (here.invited_until) out << " " << say("An invitation is open until {0}."_p, {line.invited_until});
    if (!line.away.empty()) {
        out << "<br>" << Tag{.content = say("Away"_p), .classes = "govuk-tag--blue"} << " " << text(line.away)
            << ". ";
        if (here.covered_by.empty())
            out << say("Nobody is named who covers."_p);
        else
            out << say("{0} covers."_p, {here.covered_by});
    }
    return out;
}

/// A form that is one button about one role of one person.
Html role_button(const FormWriter& form, FormFrame frame, const app::PersonHere& here, directory::Role role,
                 std::string_view what, Html label, std::string_view classes)
{
    const auto id = here.person.text();
    const auto number = static_cast<int>(role);
    frame.action = address_of(here, what);
    frame.id = fmt::format("{}-{}-{}", frame.id, id, number);
    // Each button is a command of its own, though the page was made with one.
    frame.command = fmt::format("{}-{}-{}", frame.command.substr(0, 16), id.substr(0, 32), number);
    Html content;
    content << label << "<span class=\"govuk-visually-hidden\"> "
            << text(fmt::format("{}, {}", here.name, directory::role_words(role))) << "</span>";
    Html out;
    return out << form.open(frame) << hidden_input("role", directory::role_name(role))
               << Button{.content = std::move(content),
                         .classes = std::string{classes},
                         .prevents_double_click = true}
               << FormWriter::close();
}

Html waiting_buttons(const FormWriter& form, const WaitingFrames& frames, const app::PersonHere& here,
                     const app::RoleWaiting& one)
{
    const auto& say = form.say();
    Html out;
    out << paragraph(say("{0} asks for it. Until somebody else who reads here agrees, nothing is given."_p,
                         {one.asked_by}));
    if (one.may_agree)
        out << role_button(form, frames.agree, here, one.role, "/agree", say("Agree"_p),
                           "govuk-button--warning");
    return out << role_button(form, frames.refuse, here, one.role, "/refuse", say("Say no"_p),
                              "govuk-button--secondary");
}

Html waiting_cards(const FormWriter& form, const PeopleHerePage& page)
{
    const auto& say = form.say();
    Html cards;
    for (const auto& line : page.people)
        for (const auto& one : line.here.waiting) {
            SummaryList list;
            list.card = SummaryCard{.title = text(line.here.name), .heading_level = 3};
            list.rows = {
                {.key = say("Role"_p), .value = text(directory::role_words(one.role))},
                {.key = say("It waits"_p), .value = waiting_buttons(form, page.waiting, line.here, one)}};
            cards << list;
        }
    if (cards.is_empty()) return {};
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << say("Waiting for a second person"_p) << "</h2>"
               << paragraph(say("Whoever agrees opens what was recorded about children, or says who may. Be "
                                "sure that you know the person, and that the role is theirs."_p))
               << cards;
}

Html person_card(const Speaker& say, const PersonHereLine& line)
{
    const auto& here = line.here;
    SummaryList list;
    list.card = SummaryCard{.title = text(here.name),
                            .actions = {{.content = say("Look"_p), .href = address_of(here)}},
                            .heading_level = 3};
    list.rows = {{.key = say("Roles"_p), .value = roles_words(say, here.roles)},
                 {.key = say("Standing"_p), .value = standing(say, line)}};
    Html out;
    return out << list;
}

Html those_who_left(const Speaker& say, const PeopleHerePage& page)
{
    Html items;
    for (const auto& line : page.people)
        if (line.here.has_left)
            items << "<li><a class=\"govuk-link\" href=\"" << text(address_of(line.here)) << "\">"
                  << text(line.here.name) << "</a></li>";
    if (items.is_empty()) return {};
    Html content;
    content << "<ul class=\"govuk-list\">" << items << "</ul>";
    return Details{.summary = say("Those who have left"_p), .content = std::move(content)};
}

SummaryRow row_of(Html key, Html value, Html action, std::string href, std::string hidden)
{
    return {.key = std::move(key),
            .value = std::move(value),
            .actions = {{.content = std::move(action),
                         .href = std::move(href),
                         .visually_hidden_text = std::move(hidden)}}};
}

SummaryList rows_of(const Speaker& say, const PersonHerePage& page)
{
    const auto& here = page.line.here;
    SummaryList list;
    if (here.works_here) {
        list.rows.push_back(row_of(say("Name"_p), text(here.name), say("Change"_p), address_of(here, "/name"),
                                   say.plain("their name"_p)));
        list.rows.push_back(row_of(say("E-mail address"_p), text(here.email), say("Change"_p),
                                   address_of(here, "/email"), say.plain("their e-mail address"_p)));
    } else {
        list.rows.push_back(
            {.key = say("E-mail address"_p), .value = text(here.email), .keeps_action_column = true});
    }
    auto roles = row_of(say("Roles"_p), roles_words(say, here.roles), say("Give"_p),
                        address_of(here, "/role"), say.plain("a role"_p));
    if (!here.roles.is_empty())
        roles.actions.push_back({.content = say("Take away"_p),
                                 .href = address_of(here, "/take-role"),
                                 .visually_hidden_text = say.plain("a role"_p)});
    list.rows.push_back(std::move(roles));
    SummaryRow away{.key = say("Standing"_p), .value = standing(say, page.line), .keeps_action_column = true};
    if (page.may_record_away && !here.roles.is_empty())
        away.actions = {{.content = say("Record that they are away"_p), .href = address_of(here, "/away")}};
    list.rows.push_back(std::move(away));
    return list;
}

Html heading(Html words)
{
    Html out;
    return out << "<h1 class=\"govuk-heading-l\">" << words << "</h1>";
}

Html start(const FormWriter& form, const PersonFormPage& page, Html title)
{
    Html out;
    return out << BackLink{.href = address_of(page.here), .content = form.say()("Back"_p)}
               << form.error_summary() << heading(std::move(title));
}

}  // namespace

Choice role_choice(const Speaker& say, directory::Role role)
{
    Choice choice{.value = std::string{directory::role_name(role)},
                  .label = text(directory::role_words(role))};
    if (directory::reads_records(role))
        choice.hint = say("Reads what was recorded about children: a second person has to agree"_p);
    else if (directory::takes_two(role))
        choice.hint = say("Looks after people and roles: a second person has to agree"_p);
    return choice;
}

Html people_here_page(const FormWriter& form, const PeopleHerePage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << heading(say("People here"_p))
        << paragraph(say("A role that reads what was recorded about children, or says who may, **takes two "
                         "people**: one asks, another agrees, and neither is whom it is for. What ends "
                         "somebody’s access takes one, and counts from their next request on."_p))
        << paragraph(say("[How people here sign in](/settings/sign-ins) has invitations and resets."_p))
        << Button{.content = say("Add somebody"_p), .href = "/settings/people/add"}
        << paragraph(say("Or [bring in a list of staff](/settings/import/staff)."_p)) << "<div id=\"form\">"
        << waiting_cards(form, page) << "</div><h2 class=\"govuk-heading-m\">" << say("Everybody"_p)
        << "</h2>";
    for (const auto& line : page.people)
        if (!line.here.has_left) out << person_card(say, line);
    return out << those_who_left(say, page);
}

Html add_here_page(const FormWriter& form, const FormFrame& frame, directory::Roles roles)
{
    const auto& say = form.say();
    std::vector<Choice> choices;
    for (const auto role : roles.list()) choices.push_back(role_choice(say, role));
    Html out;
    return out << BackLink{.href = "/settings/people", .content = say("Back"_p)} << form.error_summary()
               << heading(say("Add somebody"_p))
               << paragraph(say("If no role waits for a second person, you get an invitation for them, shown "
                                "once. Else whoever agrees gets it. Somebody who signs in at another "
                                "organisation already goes on signing in as they do, and chooses where they "
                                "work."_p))
               << form.open(frame) << form.line("name", say("Name"_p))
               << form.line("email", say("Work e-mail address"_p),
                            say("They sign in with it: be sure that it is theirs alone"_p))
               << form.checkboxes("role", say("What do they do here?"_p), {}, std::move(choices))
               << Button{.content = say("Add them"_p), .prevents_double_click = true} << FormWriter::close();
}

Html person_here_page(const FormWriter& form, const PersonHerePage& page)
{
    const auto& say = form.say();
    const auto& here = page.line.here;
    Html out;
    out << BackLink{.href = "/settings/people", .content = say("People here"_p)} << form.error_summary()
        << heading(text(here.name)) << "<div id=\"form\">";
    if (here.has_left)
        return out << "</div>"
                   << InsetText{.content = say("They have left: they have no role and can’t sign in. If they "
                                               "are back, [add them again](/settings/people/add)."_p)};
    for (const auto& one : here.waiting) {
        Html waits;
        waits << "<strong>" << text(directory::role_words(one.role)) << "</strong>"
              << waiting_buttons(form, page.waiting, here, one);
        out << InsetText{.content = std::move(waits)};
    }
    out << "</div>" << rows_of(say, page);
    if (here.away && page.may_record_away)
        out << form.open(page.back)
            << Button{.content = say("They are back"_p), .prevents_double_click = true}
            << FormWriter::close();
    if (here.works_here && !here.is_self)
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(address_of(here, "/left"))
            << "\">" << say("Record that they have left"_p) << "</a></p>";
    return out;
}

Html rename_page(const FormWriter& form, const PersonFormPage& page)
{
    const auto& say = form.say();
    return start(form, page, say("Change their name"_p))
           << paragraph(say("What was recorded before goes on saying the name that it was recorded under."_p))
           << form.open(page.frame) << form.line("name", say("Name"_p))
           << Button{.content = say("Change it"_p), .prevents_double_click = true} << FormWriter::close();
}

Html change_email_page(const FormWriter& form, const PersonFormPage& page)
{
    const auto& say = form.say();
    return start(form, page, say("Change their e-mail address"_p))
           << paragraph(
                  say("From then on they sign in with this one, and no longer with the one before: tell "
                      "them. Their password and whatever else they sign in with stay as they are."_p))
           << form.open(page.frame)
           << form.line("email", say("Work e-mail address"_p),
                        say("They sign in with it: be sure that it is theirs alone"_p))
           << Button{.content = say("Change it"_p), .prevents_double_click = true} << FormWriter::close();
}

Html ask_role_page(const FormWriter& form, const PersonFormPage& page)
{
    const auto& say = form.say();
    return start(form, page, say("Give {0} a role"_p, {page.here.name}))
           << paragraph(
                  say("A role that takes two people waits until somebody else here agrees. They find it "
                      "on the page “People here”; tell them."_p))
           << form.open(page.frame) << form.radios("role", say("Which one?"_p), {}, page.choices)
           << Button{.content = say("Go on"_p), .prevents_double_click = true} << FormWriter::close();
}

Html take_role_page(const FormWriter& form, const PersonFormPage& page)
{
    const auto& say = form.say();
    return start(form, page, say("Take a role away from {0}"_p, {page.here.name}))
           << WarningText{.content =
                              say("It counts from their next request on. To give back a role that reads "
                                  "takes two people."_p)}
           << form.open(page.frame) << form.radios("role", say("Which one?"_p), {}, page.choices)
           << Button{.content = say("Take it away"_p),
                     .classes = "govuk-button--warning",
                     .prevents_double_click = true}
           << FormWriter::close();
}

Html away_page(const FormWriter& form, const PersonFormPage& page)
{
    const auto& say = form.say();
    return start(form, page, say("{0} is away"_p, {page.here.name}))
           << paragraph(say("What is theirs to do is shown to be somebody’s who is away, so that others take "
                            "it over. They can still sign in."_p))
           << form.open(page.frame) << form.date("from", say("First day away"_p))
           << form.date("until", say("Last day away"_p), say("Leave it empty if nobody knows yet"_p))
           << form.radios("cover", say("Who covers?"_p),
                          say("Somebody whose role already reads the record; leave it if nobody does"_p),
                          page.choices, Layout::small)
           << Button{.content = say("Record it"_p), .prevents_double_click = true} << FormWriter::close();
}

Html left_page(const FormWriter& form, const PersonFormPage& page)
{
    const auto& say = form.say();
    return start(form, page, say("{0} has left"_p, {page.here.name}))
           << WarningText{.content = say("Every role of theirs ends, at other organisations too, and so do "
                                         "their sessions and every way to sign in. What they recorded stays. "
                                         "If they are back one day, they are added anew."_p)}
           << form.open(page.frame)
           << form.checkboxes("confirm", say("Is it so?"_p), {},
                              {{.value = "yes", .label = say("Yes, they no longer work here"_p)}})
           << Button{.content = say("Record that they have left"_p),
                     .classes = "govuk-button--warning",
                     .prevents_double_click = true}
           << FormWriter::close();
}

}  // namespace safelead::web
