#include "app/invitations.h"
#include "web/answers/own_sign_in.h"
#include "web/forms/form_reader.h"
#include "web/pages/own_sign_in_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

constexpr std::string_view sign_ins_address = "/settings/sign-ins";

FormFrame button_frame(Site& site, const Visitor& visitor, std::string_view what)
{
    return {.action = fmt::format("{}/{}", sign_ins_address, what),
            .csrf_token = visitor.csrf_token,
            .command = site.new_command(),
            .draft = {},
            .draft_of = {},
            .page = std::string{sign_ins_address},
            .id = fmt::format("form-{}", what)};
}

Response show_sign_ins(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    const auto people = app::sign_ins_of(site.app(), visitor.actor);
    if (!people) return site.not_done(request, visitor, people.error());
    SignInsPage page{.people = {},
                     .invite = button_frame(site, visitor, "invite"),
                     .ask = button_frame(site, visitor, "ask-reset"),
                     .agree = button_frame(site, visitor, "agree-reset"),
                     .refuse = button_frame(site, visitor, "refuse-reset")};
    for (const auto& one : *people)
        page.people.push_back({one,
                               one.invited_until
                                   ? directory::words(site.app().zone().local(*one.invited_until))
                                   : std::string{},
                               one.person == visitor.actor.person});
    const FormFields nothing;
    const FormWriter form{site.say(), nothing, errors};
    return site.page(request, visitor,
                     {.title = "How people here sign in"_p,
                      .main = sign_ins_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

PersonId person_in(const Request& request)
{
    return PersonId{std::string{request.form.text("person")}};
}

using InvitingStep = Later<app::Outcome<app::InvitationCode>> (*)(app::Safelead&, const app::Actor&,
                                                                  const CommandId&, const PersonId&);

Later<Response> invite_by(Site& site, const Request& request, const Visitor& visitor, InvitingStep step)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return show_sign_ins(site, request, visitor, read.errors());
    return step(site.app(), visitor.actor, command, person_in(request))
        .then([&site, &request, visitor](app::Outcome<app::InvitationCode> code) -> Response {
            if (!code && std::holds_alternative<app::NotThere>(code.error()))
                return site.fault(Fault::not_found);
            if (!code) return show_sign_ins(site, request, visitor, errors_of(code.error()));
            return site.page(
                request, visitor,
                {.title = "An invitation"_p,
                 .main = invited_page(site.say(), *code, address_for_others(request, "/invitation"))});
        });
}

using ResetStep = Later<app::Outcome<Done>> (*)(app::Safelead&, const app::Actor&, const CommandId&,
                                                const PersonId&);

Later<Response> reset_by(Site& site, const Request& request, const Visitor& visitor, ResetStep step)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return show_sign_ins(site, request, visitor, read.errors());
    return step(site.app(), visitor.actor, command, person_in(request))
        .then([&site, &request, visitor](app::Outcome<Done> done) -> Response {
            if (!done && std::holds_alternative<app::NotThere>(done.error()))
                return site.fault(Fault::not_found);
            if (!done) return show_sign_ins(site, request, visitor, errors_of(done.error()));
            return see_other(std::string{sign_ins_address});
        });
}

}  // namespace

Later<Response> get_sign_ins(Site& site, const Request& request, Visitor visitor)
{
    return show_sign_ins(site, request, visitor, {});
}

Later<Response> post_invite(Site& site, const Request& request, Visitor visitor)
{
    return invite_by(site, request, visitor, app::invite);
}

Later<Response> post_ask_reset(Site& site, const Request& request, Visitor visitor)
{
    return reset_by(site, request, visitor, app::ask_sign_in_reset);
}

Later<Response> post_agree_reset(Site& site, const Request& request, Visitor visitor)
{
    return invite_by(site, request, visitor, app::agree_sign_in_reset);
}

Later<Response> post_refuse_reset(Site& site, const Request& request, Visitor visitor)
{
    return reset_by(site, request, visitor, app::refuse_sign_in_reset);
}

}  // namespace safelead::web
