#include "web/pages/talk_page.h"

#include "web/html/components.h"
#include "web/pages/talk_parts.h"
#include "web/text/talk.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

namespace told = words::talk;

Html heading(const Speaker& say, const Phrase& title, std::initializer_list<std::string_view> about = {})
{
    Html out;
    return out << "<h1 class=\"govuk-heading-l\">" << say(title, about) << "</h1>";
}

Html section(const Speaker& say, const Phrase& title)
{
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << say(title) << "</h2>";
}

Html paragraph(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

FormFrame frame(std::string action, std::string command)
{
    return {.action = std::move(action), .csrf_token = {}, .command = std::move(command), .draft = {}};
}

Html link(const Speaker& say, const Phrase& name, std::string_view path)
{
    Html out;
    return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(path) << "\">"
               << say(name) << "</a></p>";
}

std::string joined(const std::vector<std::string>& names)
{
    std::string all;
    for (const auto& name : names) all += fmt::format("{}{}", all.empty() ? "" : ", ", name);
    return all;
}

Html about_staff(const FormWriter& form, const app::TalkPlace& place)
{
    const auto& say = form.say();
    return form.radios("about", say(told::about_label), say(told::about_hint),
                       {{.value = "no", .label = say(told::about_no)},
                        {.value = "someone", .label = say(told::about_someone)},
                        {.value = "lead", .label = say(told::about_lead, {joined(place.leads)})},
                        {.value = "head", .label = say(told::about_head, {joined(place.heads)})},
                        {.value = "both", .label = say(told::about_both)}},
                       Layout::small, LegendSize::s);
}

Html message(const Speaker& say, const TalkPage& page, const record::Message& one)
{
    const auto when = directory::words(page.zone.local(one.at));
    Html out;
    out << "<li class=\"safelead-item\"><p class=\"govuk-body govuk-!-margin-bottom-1\"><strong>"
        << (one.by ? say(told::they_wrote, {page.view.names.of(*one.by), when})
                   : say(told::you_wrote, {when}))
        << "</strong></p><p class=\"govuk-body safelead-words\">" << text(one.words) << "</p></li>";
    return out;
}

/// What has happened beside what was written. Everything that others did with it is told here.
Html what_happened(const Speaker& say, const TalkPage& page)
{
    const auto& of = *page.view.it;
    Html out;
    if (of.is_unread)
        out << paragraph(say(told::not_read));
    else if (of.read_at)
        out << paragraph(say(told::read_at, {directory::words(page.zone.local(*of.read_at))}));
    if (of.concern)
        out << InsetText{.content = say(page.view.in_case ? told::in_case : told::became_concern)};
    for (const auto& opening : of.openings) {
        const auto when = directory::words(page.zone.local(opening.at));
        const auto who = page.view.names.of(opening.opened.by);
        if (opening.opened.basis == record::NameBasis::agreed)
            out << InsetText{.content = say(told::opened_agreed, {who, when})};
        else
            out << InsetText{.content = say(told::opened_danger, {who, when, opening.opened.reason})};
    }
    if (of.state == record::ConversationState::ended) out << InsetText{.content = say(told::ended)};
    return out;
}

Html asked_for_name(const FormWriter& form, const TalkPage& page)
{
    const auto& of = *page.view.it;
    if (!of.asked) return {};
    const auto& say = form.say();
    auto asking = frame("/young-people/talk/name", page.command + "-name");
    asking.id = "form-name";
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say(told::asked_title, {page.view.names.of(of.asked->by)})
        << "</h2>" << paragraph(say(told::asked_why, {of.asked->why}));
    const FormFields nothing_typed;
    const FormErrors nothing_wrong;
    const FormWriter fresh{say, nothing_typed, nothing_wrong};
    out << fresh.open(asking) << hidden_input("pass", page.view.pass)
        << fresh.radios("agreed", say(told::asked_question), {},
                        {{.value = "yes", .label = say(told::yes)}, {.value = "no", .label = say(told::no)}},
                        Layout::inline_small, LegendSize::s)
        << Button{.content = say(told::send), .prevents_double_click = true} << FormWriter::close();
    return out;
}

Html standing_of_name(const Speaker& say, const record::Conversation& of)
{
    switch (of.name) {
        case record::NameStanding::sealed:
            return of.openings.empty() ? paragraph(say(told::name_kept)) : Html{};
        case record::NameStanding::may_be_opened:
            return paragraph(say(told::name_agreed));
        case record::NameStanding::refused:
            return paragraph(say(told::name_refused));
        case record::NameStanding::none:
        case record::NameStanding::asked_for:
            break;
    }
    return {};
}

Html more(const FormWriter& form, const TalkPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.open(frame("/young-people/talk/more", page.command)) << hidden_input("pass", page.view.pass)
        << form.paragraph("words", say(told::more_label), say(told::no_pictures), 6);
    if (page.view.it->name == record::NameStanding::none) out << name_fields(form);
    return out << Button{.content = say(told::send), .prevents_double_click = true} << FormWriter::close();
}

}  // namespace

Html talk_start_page(const FormWriter& form, const std::vector<app::TalkSchool>& schools,
                     const TalkHelp& help)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << heading(say, told::start_title) << talk_help(say, help)
        << paragraph(say(told::start_about)) << paragraph(say(told::start_keeps));
    if (schools.empty()) return out << InsetText{.content = say(told::no_schools)};
    out << form.open(frame("/young-people/talk/write", {})) << school_select(form, schools)
        << Button{.content = say(told::next)} << FormWriter::close()
        << Details{.summary = say(told::not_in_list), .content = paragraph(say(told::not_in_list_about))};
    return out << link(say, told::have_code, "/young-people/talk/back");
}

Html talk_write_page(const FormWriter& form, const app::TalkPlace& place, const TalkHelp& help,
                     std::string command)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << heading(say, told::write_title, {place.school.name})
        << talk_help(say, help) << section(say, told::not_secret) << paragraph(say(told::not_secret_about))
        << section(say, told::not_found) << paragraph(say(told::not_found_about))
        << section(say, told::who_reads) << talk_reading(say, place)
        << form.open(frame("/young-people/talk/send", std::move(command)))
        << hidden_input("school", place.school.id.text());
    Html hint;
    hint << say(told::words_hint) << " " << say(told::no_pictures);
    return out << form.paragraph("words", say(told::words_label), std::move(hint), 8) << name_fields(form)
               << about_staff(form, place)
               << Button{.content = say(told::send), .prevents_double_click = true} << FormWriter::close();
}

Html talk_sent_page(const Speaker& say, const app::TalkStarted& started, const TalkHelp& help)
{
    Html out;
    if (help.danger_words) out << talk_help(say, help);
    out << heading(say, told::sent_title);
    if (started.taken_out > 0) out << InsetText{.content = say(told::taken_out)};
    if (started.code.empty()) {
        out << paragraph(say(told::code_gone));
    } else {
        out << section(say, told::code_title) << paragraph(say(told::code_about))
            << "<p class=\"safelead-number\" translate=\"no\">" << text(started.code) << "</p>"
            << paragraph(say(told::code_lasts));
    }
    switch (started.routed_to) {
        case record::RoutedTo::lead:
            out << section(say, told::who_reads) << talk_reading(say, started.place);
            break;
        case record::RoutedTo::head:
            out << paragraph(say(told::to_head));
            break;
        case record::RoutedTo::chair:
            out << paragraph(say(told::to_chair));
            break;
    }
    if (!help.danger_words) out << talk_help(say, help);
    return out << link(say, told::come_back, "/young-people/talk/back")
               << link(say, told::more_help, "/young-people");
}

Html talk_back_page(const FormWriter& form, const std::vector<app::TalkSchool>& schools, const TalkHelp& help)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << heading(say, told::back_title) << talk_help(say, help);
    if (schools.empty()) return out << InsetText{.content = say(told::no_schools)};
    // The code never comes back in the page, even to whoever has just typed it.
    const FormFields nothing_typed;
    const FormErrors nothing_wrong;
    const FormWriter blank{say, nothing_typed, nothing_wrong};
    Textarea code{.name = "code",
                  .label = {.content = say(told::code_label), .classes = "govuk-label--s"},
                  .hint = Hint{.content = say(told::code_hint)},
                  .error = form.error("code"),
                  .rows = 3,
                  .autocomplete = "off"};
    code.spellcheck = false;
    return out << blank.open(frame("/young-people/talk/back", {})) << school_select(form, schools) << code
               << Button{.content = say(told::open)} << FormWriter::close()
               << Details{.summary = say(told::lost_code), .content = paragraph(say(told::lost_code_about))};
}

Html talk_page(const FormWriter& form, const TalkPage& page, const TalkHelp& help)
{
    const auto& say = form.say();
    const auto& view = page.view;
    Html out;
    out << form.error_summary();
    if (help.danger_words) out << talk_help(say, help);
    out << heading(say, told::talk_title);
    if (view.taken_out > 0) out << InsetText{.content = say(told::taken_out)};
    out << "<ol class=\"govuk-list\">";
    for (const auto& one : view.it->messages) out << message(say, page, one);
    out << "</ol>" << what_happened(say, page) << asked_for_name(form, page)
        << standing_of_name(say, *view.it);
    if (view.place.is_on()) {
        if (view.it->started.routed_to == record::RoutedTo::lead) out << talk_reading(say, view.place);
        out << more(form, page);
    } else {
        out << InsetText{.content = say(told::off)};
    }
    if (!help.danger_words) out << talk_help(say, help);
    auto leaving = frame("/young-people/talk/leave", {});
    leaving.id = "form-leave";
    return out << paragraph(say(told::leave_about)) << form.open(leaving) << hidden_input("pass", view.pass)
               << Button{.content = say(told::leave), .classes = "govuk-button--secondary"}
               << FormWriter::close();
}

}  // namespace safelead::web
