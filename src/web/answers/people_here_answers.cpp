#include "web/answers/people_here_answers.h"

#include "app/accounts.h"
#include "app/people_here.h"
#include "web/answers/saying_taken_out.h"
#include "web/forms/form_reader.h"
#include "web/pages/own_sign_in_page.h"
#include "web/pages/people_here_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

constexpr std::string_view people_address = "/settings/people";

PersonId person_in(const Request& request)
{
    return PersonId{std::string{request.path_value("person")}};
}

std::string address_of(const PersonId& person, std::string_view more = {})
{
    return fmt::format("{}/{}{}", people_address, person.text(), more);
}

WaitingFrames waiting_frames(Site& site, const Visitor& visitor, const std::string& page)
{
    return {frame_to(site, visitor, {}, page, "form-agree"),
            frame_to(site, visitor, {}, page, "form-refuse")};
}

std::string away_words(const directory::Absence& absence)
{
    const auto from = directory::long_date(absence.from);
    if (!absence.until) return fmt::format("from {}", from);
    return fmt::format("from {} until {}", from, directory::long_date(*absence.until));
}

PersonHereLine line_of(Site& site, app::PersonHere here)
{
    PersonHereLine line;
    if (here.away) line.away = away_words(*here.away);
    if (here.invited_until)
        line.invited_until = directory::words(site.app().zone().local(*here.invited_until));
    line.here = std::move(here);
    return line;
}

directory::Roles roles_offered(Site& site, const Visitor& visitor)
{
    const auto partnership = app::partnership(site.app());
    const auto* organisation = partnership->organisation(visitor.actor.organisation);
    return organisation == nullptr ? directory::Roles{} : directory::usual_roles(organisation->kind);
}

Response show_person(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    auto here = app::person_here(site.app(), visitor.actor, person_in(request));
    if (!here) return site.not_done(request, visitor, here.error());
    const auto address = address_of(here->person);
    const PersonHerePage page{.line = line_of(site, *std::move(here)),
                              .waiting = waiting_frames(site, visitor, address),
                              .back = frame_to(site, visitor, address + "/back", address, "form-back"),
                              .may_record_away = app::may(visitor.actor, access::Action::record_away)};
    const FormFields nothing;
    const FormWriter form{site.say(), nothing, errors};
    return site.page(request, visitor,
                     {.title = "Somebody here"_p,
                      .main = person_here_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

Response show_add(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    if (!app::may(visitor.actor, access::Action::manage_accounts))
        return site.not_done(request, visitor, app::NotAllowed{access::WhyNot::not_their_role});
    const FormFields nothing;
    const FormWriter form{site.say(), errors.empty() ? nothing : request.form, errors};
    return site.page(request, visitor,
                     {.title = "Add somebody"_p,
                      .main = add_here_page(
                          form, frame_to(site, visitor, fmt::format("{}/add", people_address), {}, "form"),
                          roles_offered(site, visitor)),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

Response show_invitation(Site& site, const Request& request, const Visitor& visitor, const std::string& code,
                         const std::string& on, TakenOut taken_out = TakenOut::as_the_address_says)
{
    return site.page(request, visitor,
                     {.title = "An invitation"_p,
                      .main = invited_page(site.say(), code, address_for_others(request, "/invitation"), on),
                      .taken_out = taken_out});
}

std::vector<directory::Role> roles_in(const FormFields& form)
{
    std::vector<directory::Role> roles;
    for (const auto name : form.all("role"))
        if (const auto role = directory::role_from_name(name);
            role && std::ranges::find(roles, *role) == roles.end())
            roles.push_back(*role);
    return roles;
}

std::vector<Choice> roles_to_choose(Site& site, const Visitor& visitor, const app::PersonHere& here,
                                    PersonForm form)
{
    const auto& say = site.say();
    std::vector<Choice> choices;
    const bool is_taken = form == PersonForm::take_role;
    for (const auto role : (is_taken ? here.roles : roles_offered(site, visitor)).list()) {
        if (!is_taken && here.roles.has(role)) continue;
        if (std::ranges::find(here.waiting, role, &app::RoleWaiting::role) != here.waiting.end()) continue;
        choices.push_back(is_taken ? Choice{.value = std::string{directory::role_name(role)},
                                            .label = text(directory::role_words(role))}
                                   : role_choice(say, role));
    }
    return choices;
}

/// The form as it stands before anything is typed.
FormFields fields_of(const app::PersonHere& here, PersonForm form)
{
    FormFields fields;
    if (form == PersonForm::rename) fields.add("name", here.name);
    if (form == PersonForm::email) fields.add("email", here.email);
    if (form != PersonForm::away || !here.away) return fields;
    add_date(fields, "from", here.away->from);
    if (here.away->until) add_date(fields, "until", *here.away->until);
    if (here.away->covered_by) fields.add("cover", std::string{here.away->covered_by->text()});
    return fields;
}

struct PersonFormShape {
    std::string_view address;
    Phrase title;
    Html (*draw)(const FormWriter&, const PersonFormPage&);
};

PersonFormShape shape_of(PersonForm form)
{
    switch (form) {
        case PersonForm::rename:
            return {"/name", "Change a name"_p, rename_page};
        case PersonForm::email:
            return {"/email", "Change an e-mail address"_p, change_email_page};
        case PersonForm::ask_role:
            return {"/role", "Give a role"_p, ask_role_page};
        case PersonForm::take_role:
            return {"/take-role", "Take a role away"_p, take_role_page};
        case PersonForm::away:
            return {"/away", "Somebody is away"_p, away_page};
        case PersonForm::left:
            return {"/left", "Somebody has left"_p, left_page};
    }
    throw_bug("a form about somebody without a page");
}

app::Outcome<PersonFormPage> page_of(Site& site, const Request& request, const Visitor& visitor,
                                     PersonForm form)
{
    PersonFormPage page;
    if (form == PersonForm::away) {
        auto away = SL_TRY(app::away_here(site.app(), visitor.actor, person_in(request)));
        page.here = std::move(away.whose);
        page.choices.push_back({.value = "", .label = site.say()("Nobody"_p)});
        for (const auto& one : away.may_cover)
            page.choices.push_back({.value = std::string{one.person.text()}, .label = text(one.name)});
    } else {
        page.here = SL_TRY(app::person_here(site.app(), visitor.actor, person_in(request)));
        page.choices = roles_to_choose(site, visitor, page.here, form);
    }
    page.frame = frame_to(site, visitor, address_of(page.here.person, shape_of(form).address), {}, "form");
    return page;
}

/// The person's page, or the form again with what was wrong.
Later<Response> after(Site& site, const Request& request, const Visitor& visitor, PersonForm form,
                      Later<app::Outcome<Done>> doing)
{
    return std::move(doing).then([&site, &request, visitor, form](app::Outcome<Done> done) -> Response {
        if (!done) return show_person_form(site, request, visitor, form, errors_of(done.error()));
        return see_other_saying(address_of(person_in(request)), taken_out_of(request.form, {"name"}));
    });
}

std::optional<directory::Role> role_in(FormReader& read)
{
    const auto role = directory::role_from_name(read.typed().text("role"));
    if (!role) read.wrong("role", "Choose a role"_p);
    return role;
}

}  // namespace

Response show_person_form(Site& site, const Request& request, const Visitor& visitor, PersonForm form,
                          const FormErrors& errors)
{
    const auto page = page_of(site, request, visitor, form);
    if (!page) return site.not_done(request, visitor, page.error());
    const auto fields = errors.empty() ? fields_of(page->here, form) : request.form;
    const auto shape = shape_of(form);
    const FormWriter writer{site.say(), fields, errors};
    return site.page(request, visitor,
                     {.title = shape.title,
                      .main = shape.draw(writer, *page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

Later<Response> get_people_here(Site& site, const Request& request, Visitor visitor)
{
    auto people = app::people_here(site.app(), visitor.actor);
    if (!people) return site.not_done(request, visitor, people.error());
    PeopleHerePage page{{}, waiting_frames(site, visitor, std::string{people_address})};
    for (auto& here : *people) page.people.push_back(line_of(site, std::move(here)));
    const FormFields nothing;
    const FormErrors none;
    const FormWriter form{site.say(), nothing, none};
    return site.page(request, visitor, {.title = "People here"_p, .main = people_here_page(form, page)});
}

Later<Response> get_add_here(Site& site, const Request& request, Visitor visitor)
{
    return show_add(site, request, visitor, {});
}

Later<Response> post_add_here(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    app::NewHere somebody{read.needed("name", "Give their name"_p),
                          read.needed("email", "Give their work e-mail address"_p), roles_in(request.form)};
    if (somebody.roles.empty()) read.wrong("role", "Choose at least one role"_p);
    if (!read.errors().empty()) return show_add(site, request, visitor, read.errors());
    return app::add_here(site.app(), visitor.actor, command, std::move(somebody))
        .then([&site, &request, visitor](app::Outcome<app::AddedHere> added) -> Response {
            if (!added) return show_add(site, request, visitor, errors_of(added.error()));
            const auto on = address_of(added->person);
            if (added->invitation.empty()) return see_other_saying(on, taken_out_of(request.form, {"name"}));
            return show_invitation(site, request, visitor, added->invitation, on,
                                   taken_out_by(request.form, {"name"}));
        });
}

Later<Response> get_person_here(Site& site, const Request& request, Visitor visitor)
{
    return show_person(site, request, visitor, {});
}

Later<Response> post_rename_here(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto name = read.needed("name", "Give their name"_p);
    if (!read.errors().empty())
        return show_person_form(site, request, visitor, PersonForm::rename, read.errors());
    return after(site, request, visitor, PersonForm::rename,
                 app::rename_here(site.app(), visitor.actor, command, person_in(request), std::move(name)));
}

Later<Response> post_email_here(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto email = read.needed("email", "Give their work e-mail address"_p);
    if (!read.errors().empty())
        return show_person_form(site, request, visitor, PersonForm::email, read.errors());
    return after(
        site, request, visitor, PersonForm::email,
        app::change_email_here(site.app(), visitor.actor, command, person_in(request), std::move(email)));
}

Later<Response> post_ask_role(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto role = role_in(read);
    if (!read.errors().empty())
        return show_person_form(site, request, visitor, PersonForm::ask_role, read.errors());
    return after(site, request, visitor, PersonForm::ask_role,
                 app::ask_role(site.app(), visitor.actor, command, person_in(request), *role));
}

Later<Response> post_take_role(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto role = role_in(read);
    if (!read.errors().empty())
        return show_person_form(site, request, visitor, PersonForm::take_role, read.errors());
    return after(site, request, visitor, PersonForm::take_role,
                 app::take_role_here(site.app(), visitor.actor, command, person_in(request), *role));
}

Later<Response> post_away(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto from = read.date("from");
    const auto until = read.date("until");
    if (!from && read.errors().empty()) read.wrong("from-day", "Give the first day away"_p);
    const std::string cover{request.form.text("cover")};
    if (!read.errors().empty())
        return show_person_form(site, request, visitor, PersonForm::away, read.errors());
    directory::Absence absence{*from, until, std::nullopt};
    if (!cover.empty()) absence.covered_by = PersonId{cover};
    return after(site, request, visitor, PersonForm::away,
                 app::record_away_here(site.app(), visitor.actor, command, person_in(request), absence));
}

Later<Response> post_left(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (request.form.text("confirm") != "yes") read.wrong("confirm", "Confirm that they have left"_p);
    if (!read.errors().empty())
        return show_person_form(site, request, visitor, PersonForm::left, read.errors());
    return after(site, request, visitor, PersonForm::left,
                 app::record_left_here(site.app(), visitor.actor, command, person_in(request)));
}

Later<Response> post_agree_role(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto role = role_in(read);
    if (!read.errors().empty()) return show_person(site, request, visitor, read.errors());
    return app::agree_role(site.app(), visitor.actor, command, person_in(request), *role)
        .then([&site, &request, visitor](app::Outcome<app::InvitationCode> code) -> Response {
            if (!code) return show_person(site, request, visitor, errors_of(code.error()));
            const auto on = address_of(person_in(request));
            if (code->empty()) return see_other(on);
            return show_invitation(site, request, visitor, *code, on);
        });
}

Later<Response> post_refuse_role(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto role = role_in(read);
    if (!read.errors().empty()) return show_person(site, request, visitor, read.errors());
    return app::refuse_role(site.app(), visitor.actor, command, person_in(request), *role)
        .then([&site, &request, visitor](app::Outcome<Done> done) -> Response {
            if (!done) return show_person(site, request, visitor, errors_of(done.error()));
            return see_other(std::string{people_address});
        });
}

Later<Response> post_back(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return show_person(site, request, visitor, read.errors());
    return app::record_back_here(site.app(), visitor.actor, command, person_in(request))
        .then([&site, &request, visitor](app::Outcome<Done> done) -> Response {
            if (!done && std::holds_alternative<app::NotAllowed>(done.error()))
                return site.not_done(request, visitor, done.error());
            if (!done) return show_person(site, request, visitor, errors_of(done.error()));
            return see_other(address_of(person_in(request)));
        });
}

}  // namespace safelead::web
