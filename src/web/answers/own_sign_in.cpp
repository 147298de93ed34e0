#include "web/answers/own_sign_in.h"

#include "app/accounts.h"
#include "app/bringing_in.h"
#include "app/invitations.h"
#include "app/issuer_ties.h"
#include "app/own_password.h"
#include "app/passkeys.h"
#include "app/people_here.h"
#include "app/second_factor.h"
#include "web/answers/sign_in_steps.h"
#include "web/forms/form_reader.h"
#include "web/pages/factor_page.h"
#include "web/pages/own_sign_in_page.h"
#include "web/pages/sign_in_changes.h"
#include "web/pages/words.h"

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

std::string asked_to_reset(Site& site, const PersonId& person)
{
    const auto partnership = app::partnership(site.app());
    const auto* found = partnership->person(person);
    if (found == nullptr || !found->reset_asked_by) return {};
    const auto* by = partnership->person(*found->reset_asked_by);
    return by == nullptr ? std::string{} : by->name;
}

bool has_password(Site& site, const PersonId& person)
{
    const auto partnership = app::partnership(site.app());
    const auto* found = partnership->person(person);
    return found != nullptr && !found->password.empty();
}

Response show_own(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    constexpr std::string_view here = "/settings/sign-in";
    const auto ties = app::ties_of(site.app(), visitor.actor);
    const auto changes = app::sign_in_changes(site.app(), visitor.actor.person);
    const OwnSignInPage page{
        .factor = app::own_factor(site.app(), visitor.actor),
        .make_codes = frame_to(site, visitor, "/settings/recovery-codes", here, "form-codes"),
        .passkeys = app::passkeys_of(site.app(), visitor.actor).size(),
        .has_password = has_password(site, visitor.actor.person),
        .ties = static_cast<std::size_t>(std::ranges::count_if(ties, &app::TieShown::is_tied)),
        .shows_ties = !ties.empty(),
        .looks_after_others = app::may(visitor.actor, access::Action::manage_accounts),
        .keeps_tokens = app::may(visitor.actor, access::Action::manage_tokens),
        .keeps_children = app::may_bring_in(site.app(), visitor.actor, app::ListOf::children).has_value(),
        .reset_asked_by = asked_to_reset(site, visitor.actor.person),
        .refuse_reset = frame_to(site, visitor, "/settings/sign-in/refuse-reset", here, "form-refuse"),
        .roles_waiting = app::own_roles_waiting(site.app(), visitor.actor),
        .refuse_role = frame_to(site, visitor, "/settings/sign-in/refuse-role", here, "form-role"),
        .changes = sign_in_changes_list(site.say(), changes, site.app().zone())};
    app::see_sign_in_changes(site.app(), visitor.actor.person, changes);
    const FormFields nothing;
    const FormWriter form{site.say(), nothing, errors};
    return site.page(request, visitor,
                     {.title = "Your sign-in"_p,
                      .main = own_sign_in_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

Response show_factor(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    const auto offered = app::factor_offered(site.app(), visitor.actor);
    const auto own = app::own_factor(site.app(), visitor.actor);
    SetUpFactorPage page{.frame = frame_to(site, visitor, "/settings/factor", {}, "form"),
                         .next = "/settings/sign-in",
                         .secret = offered.secret,
                         .email = offered.email,
                         .why = own.is_set ? FactorWhy::replaced : FactorWhy::wished};
    page.frame.command.clear();
    const FormFields nothing;
    const FormWriter form{site.say(), nothing, errors};
    return site.page(request, visitor,
                     {.title = "Set up a code"_p,
                      .main = set_up_factor_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

Response show_password(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    auto frame = frame_to(site, visitor, "/settings/password", {}, "form");
    frame.command.clear();
    const FormFields nothing;
    const FormWriter form{site.say(), nothing, errors};
    return site.page(request, visitor,
                     {.title = "Change your password"_p,
                      .main = own_password_page(form, frame),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

FormError error_of(app::PasswordRefusal why)
{
    switch (why) {
        case app::PasswordRefusal::wrong:
            return {"old", "That is not your password. After several wrong ones it has to wait"_p};
        case app::PasswordRefusal::too_many:
            return {"old", too_many_tries()};
        case app::PasswordRefusal::too_short:
            return {"new", "Choose a password of at least 12 characters"_p};
        case app::PasswordRefusal::well_known:
            return {"new", "Choose another password: many people use that one, so anybody would try it"_p};
        case app::PasswordRefusal::same:
            return {"new", "Choose another password than the one you have"_p};
        case app::PasswordRefusal::crowded:
            return {"old", "Many people are signing in. Try again in a moment"_p};
        case app::PasswordRefusal::over:
            return {"old", "How you sign in was changed meanwhile. Sign in again"_p};
    }
    throw_bug("a password was refused for a reason without words");
}

}  // namespace

Later<Response> get_own_password(Site& site, const Request& request, Visitor visitor)
{
    return show_password(site, request, visitor, {});
}

Later<Response> post_own_password(Site& site, const Request& request, Visitor visitor)
{
    app::PasswordChange change{std::string{request.form.text("old")}, std::string{request.form.text("new")},
                               browser_of(request),
                               std::string{own_cookie(request, device_cookie).value_or("")}};
    return app::change_own_password(site.app(), visitor.actor, std::move(change))
        .then([&site, &request, visitor](Result<app::SignedIn, app::PasswordRefusal> changed) -> Response {
            if (!changed) return show_password(site, request, visitor, {error_of(changed.error())});
            auto response = see_other("/settings/sign-in");
            begin_session(response, *changed);
            return response;
        });
}

Later<Response> get_own_sign_in(Site& site, const Request& request, Visitor visitor)
{
    return show_own(site, request, visitor, {});
}

Later<Response> get_own_factor(Site& site, const Request& request, Visitor visitor)
{
    return show_factor(site, request, visitor, {});
}

Later<Response> post_own_factor(Site& site, const Request& request, Visitor visitor)
{
    return app::confirm_factor(site.app(), visitor.actor, std::string{request.form.text("code")},
                               browser_of(request),
                               std::string{own_cookie(request, device_cookie).value_or("")})
        .then([&site, &request, visitor](Result<app::FactorSet, app::CodeRefusal> set) -> Response {
            if (!set) return show_factor(site, request, visitor, {{"code", words_of_code(set.error())}});
            // The session is another one now: this page has no form of the one before.
            auto response = site.open_page(
                request, {.title = "Keep these recovery codes"_p,
                          .main = recovery_codes_page(site.say(), set->recovery_codes, "/settings/sign-in")});
            begin_session(response, set->signed_in);
            return response;
        });
}

Later<Response> post_recovery_codes(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return show_own(site, request, visitor, read.errors());
    return app::make_recovery_codes(site.app(), visitor.actor, command)
        .then([&site, &request, visitor](app::Outcome<std::vector<std::string>> made) -> Response {
            if (!made) return show_own(site, request, visitor, errors_of(made.error()));
            return site.page(request, visitor,
                             {.title = "Keep these recovery codes"_p,
                              .main = recovery_codes_page(site.say(), *made, "/settings/sign-in")});
        });
}

Later<Response> post_refuse_own_reset(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return show_own(site, request, visitor, read.errors());
    return app::refuse_sign_in_reset(site.app(), visitor.actor, command, visitor.actor.person)
        .then([&site, &request, visitor](app::Outcome<Done> done) -> Response {
            if (!done) return show_own(site, request, visitor, errors_of(done.error()));
            return see_other("/settings/sign-in");
        });
}

Later<Response> post_refuse_own_role(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto role = directory::role_from_name(request.form.text("role"));
    if (!role) read.wrong("form", "That is no longer asked for. Look again"_p);
    if (!read.errors().empty()) return show_own(site, request, visitor, read.errors());
    const OrganisationId at{std::string{request.form.text("at")}};
    return app::refuse_own_role(site.app(), visitor.actor, command, at, *role)
        .then([&site, &request, visitor](app::Outcome<Done> done) -> Response {
            if (!done) return show_own(site, request, visitor, errors_of(done.error()));
            return see_other("/settings/sign-in");
        });
}

Later<Response> get_sessions(Site& site, const Request& request, Visitor visitor)
{
    constexpr std::string_view here = "/settings/sessions";
    SessionsPage page{.sessions = {},
                      .end = frame_to(site, visitor, "/settings/sessions/end", here, "form-end"),
                      .end_all = frame_to(site, visitor, "/settings/sessions/end-all", here, "form-end-all")};
    page.end.command.clear();
    page.end_all.command.clear();
    for (const auto& session : app::sessions_of(site.app(), visitor.actor))
        page.sessions.push_back({session, directory::words(site.app().zone().local(session.began)),
                                 directory::words(site.app().zone().local(session.last_used)),
                                 session.id == visitor.actor.session});
    const FormFields nothing;
    const FormErrors none;
    const FormWriter form{site.say(), nothing, none};
    return site.page(request, visitor,
                     {.title = "Where you are signed in"_p, .main = sessions_page(form, page)});
}

Later<Response> post_end_session(Site& site, const Request& request, Visitor visitor)
{
    app::end_session(site.app(), visitor.actor, app::SessionId{std::string{request.form.text("session")}});
    return see_other("/settings/sessions");
}

Later<Response> post_end_sessions(Site& site, const Request& request, Visitor visitor)
{
    app::end_sessions(site.app(), visitor.actor);
    return signed_out(site, request);
}

}  // namespace safelead::web
