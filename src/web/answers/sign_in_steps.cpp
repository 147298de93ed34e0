#include "web/answers/sign_in_steps.h"

#include "app/invitations.h"
#include "app/issuer_sign_in.h"
#include "app/places.h"
#include "app/second_factor.h"
#include "base/percent.h"
#include "web/answers/issuer_answers.h"
#include "web/answers/passkey_answers.h"
#include "web/forms/form_reader.h"
#include "web/pages/factor_page.h"
#include "web/pages/place_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

constexpr std::chrono::minutes step_lasts{10};

std::string step_in(const Request& request)
{
    return std::string{own_cookie(request, step_cookie).value_or("")};
}

std::string next_in(const FormFields& fields)
{
    const auto next = fields.text("next");
    return is_own_address(next) ? std::string{next} : std::string{};
}

void keep_step(Response& response, std::string token)
{
    response.with_cookie({.name = std::string{step_cookie},
                          .value = std::move(token),
                          .max_age = step_lasts,
                          .same_site = SetCookie::SameSite::strict});
}

/// With a token for this browser, as every page before there is a session.
template <class Page, class Draw>
Response show_open(Site& site, const Request& request, Page page, const FormErrors& errors, Phrase title,
                   Draw draw)
{
    auto open = open_token(site.mac(), site.random(), request);
    page.frame.csrf_token = open.token;
    const FormWriter form{site.say(), request.form, errors};
    auto response = site.open_page(request, {.title = title,
                                             .main = draw(form, page),
                                             .status = errors.empty() ? Status::ok : Status::unprocessable});
    if (open.cookie) response.with_cookie(*open.cookie);
    return response;
}

FormFrame frame_to(std::string_view address)
{
    return {.action = std::string{address}, .csrf_token = {}, .command = {}, .draft = {}};
}

Response show_code(Site& site, const Request& request, std::string next, std::optional<app::Draft> carried,
                   const FormErrors& errors)
{
    return show_open(site, request, CodePage{frame_to("/sign-in/code"), std::move(next), std::move(carried)},
                     errors, "Give a code"_p, code_page);
}

Response show_set_up(Site& site, const Request& request, const app::FactorOffered& offered, std::string next,
                     std::optional<app::Draft> carried, const FormErrors& errors)
{
    return show_open(site, request,
                     SetUpFactorPage{frame_to("/sign-in/factor"), std::move(next), offered.secret,
                                     offered.email, FactorWhy::needed, std::move(carried)},
                     errors, "Set up a code"_p, set_up_factor_page);
}

Response show_place(Site& site, const Request& request, const std::string& step, std::string next,
                    std::optional<app::Draft> carried, const FormErrors& errors)
{
    return show_open(site, request,
                     PlacePage{frame_to("/sign-in/place"), app::places_at_step(site.app(), step),
                               std::move(next), std::move(carried)},
                     errors, "Where do you work now?"_p, place_page);
}

const char* address_of(app::Step step)
{
    switch (step) {
        case app::Step::code:
            return "/sign-in/code";
        case app::Step::set_up:
            return "/sign-in/factor";
        case app::Step::place:
            return "/sign-in/place";
        case app::Step::passkey:
            return "/sign-in/passkey";
    }
    throw_bug("a step of signing in without a page");
}

Response begin_again(Site& site, const Request& request)
{
    SignInPage page{
        .frame = frame_to("/sign-in"), .next = next_in(request.form), .carried = carried_in(request.form)};
    return show_sign_in(site, request, std::move(page), {},
                        {{"email", "That took too long. Sign in again"_p}}, Status::unprocessable);
}

Response show_invitation(Site& site, const Request& request, const FormErrors& errors)
{
    auto open = open_token(site.mac(), site.random(), request);
    auto frame = frame_to("/invitation");
    frame.csrf_token = open.token;
    const FormWriter form{site.say(), request.form, errors};
    auto response =
        site.open_page(request, {.title = "Use your invitation"_p,
                                 .main = invitation_page(form, frame, app::issuers_shown(site.app())),
                                 .status = errors.empty() ? Status::ok : Status::unprocessable,
                                 .scripts = {"invitation.js"}});
    if (open.cookie) response.with_cookie(*open.cookie);
    return response;
}

FormError error_of_invitation(app::InvitationRefusal why)
{
    switch (why) {
        case app::InvitationRefusal::not_usable:
            return {"code", "This invitation is not good, was used, or is over. Ask for a new one"_p};
        case app::InvitationRefusal::too_short:
            return {"password", "Choose a password of at least 12 characters"_p};
        case app::InvitationRefusal::well_known:
            return {"password",
                    "Choose another password: many people use that one, so anybody would try it"_p};
        case app::InvitationRefusal::wait:
            return {"code", too_many_tries()};
        case app::InvitationRefusal::crowded:
            return {"code", many_sign_in()};
    }
    throw_bug("an invitation was refused for a reason without words");
}

}  // namespace

Phrase words_of_code(app::CodeRefusal why)
{
    switch (why) {
        case app::CodeRefusal::wrong:
            return "That code is not right, or was used before. Wait for the next one"_p;
        case app::CodeRefusal::wait:
            return too_many_tries();
        case app::CodeRefusal::over:
            return "That took too long. Begin again"_p;
        case app::CodeRefusal::crowded:
            return many_sign_in();
    }
    throw_bug("a code was refused for a reason without words");
}

void begin_session(Response& response, const app::SignedIn& in)
{
    response.with_cookie({.name = std::string{session_cookie},
                          .value = in.session,
                          .max_age = std::nullopt,
                          .same_site = SetCookie::SameSite::strict});
    response.with_cookie({.name = std::string{device_cookie},
                          .value = in.device,
                          .max_age = std::chrono::days{400},
                          .same_site = SetCookie::SameSite::strict});
    response.with_cookie({.name = std::string{step_cookie},
                          .value = "",
                          .max_age = std::chrono::seconds{0},
                          .same_site = SetCookie::SameSite::strict});
}

Response answer_sign_in(Site& site, const Request& request, const app::SignInAnswer& answer,
                        const std::string& next, std::optional<app::Draft> carried)
{
    if (const auto* in = std::get_if<app::SignedIn>(&answer))
        return welcome(site, *in, next, std::move(carried));
    const auto& wanted = std::get<app::StepWanted>(answer);
    if (wanted.what == app::Step::passkey)
        return show_passkey_sign_in(site, request, next, std::move(carried),
                                    {{"use-passkey", "Use your passkey: a password alone is not enough"_p}});
    const auto* where = address_of(wanted.what);
    // What only this page has goes along in the next one; else the address alone says where to.
    Response response = see_other(fmt::format("{}?next={}", where, percent_encoded(next, plain_in_next)));
    if (carried && wanted.what == app::Step::code)
        response = show_code(site, request, next, std::move(carried), {});
    else if (carried && wanted.what == app::Step::place)
        response = show_place(site, request, wanted.token, next, std::move(carried), {});
    else if (carried)
        if (const auto offered = app::factor_offered(site.app(), wanted.token))
            response = show_set_up(site, request, *offered, next, std::move(carried), {});
    keep_step(response, wanted.token);
    return response;
}

Later<Response> get_sign_in_code(Site& site, const Request& request)
{
    return show_code(site, request, next_in(request.query), {}, {});
}

Later<Response> post_sign_in_code(Site& site, const Request& request)
{
    const auto next = next_in(request.form);
    auto carried = carried_in(request.form);
    if (!check_open_form(site.mac(), request)) return begin_again(site, request);
    if (request.form.text("code").empty())
        return show_code(site, request, next, std::move(carried), {{"code", "Give a code"_p}});
    return app::sign_in_with_code(site.app(), step_in(request), std::string{request.form.text("code")})
        .then([&site, &request, next,
               carried = std::move(carried)](Result<app::SignInAnswer, app::CodeRefusal> in) -> Response {
            if (in) return answer_sign_in(site, request, *in, next, carried);
            if (in.error() == app::CodeRefusal::over) return begin_again(site, request);
            return show_code(site, request, next, carried, {{"code", words_of_code(in.error())}});
        });
}

Later<Response> get_sign_in_factor(Site& site, const Request& request)
{
    const auto offered = app::factor_offered(site.app(), step_in(request));
    if (!offered) return get_sign_in(site, request);
    return show_set_up(site, request, *offered, next_in(request.query), {}, {});
}

Later<Response> post_sign_in_factor(Site& site, const Request& request)
{
    const auto offered = app::factor_offered(site.app(), step_in(request));
    if (!offered || !check_open_form(site.mac(), request)) return begin_again(site, request);
    return app::confirm_factor(site.app(), step_in(request), std::string{request.form.text("code")})
        .then([&site, &request,
               offered = *offered](Result<app::FactorSet, app::CodeRefusal> set) -> Response {
            const auto next = next_in(request.form);
            auto carried = carried_in(request.form);
            if (!set && set.error() == app::CodeRefusal::over) return begin_again(site, request);
            if (!set)
                return show_set_up(site, request, offered, next, std::move(carried),
                                   {{"code", words_of_code(set.error())}});
            keep_carried(site, set->signed_in, std::move(carried));
            const auto on = page_after(set->signed_in, next);
            auto response =
                site.open_page(request, {.title = "Keep these recovery codes"_p,
                                         .main = recovery_codes_page(site.say(), set->recovery_codes, on)});
            begin_session(response, set->signed_in);
            return response;
        });
}

Later<Response> get_sign_in_place(Site& site, const Request& request)
{
    if (app::places_at_step(site.app(), step_in(request)).empty()) return get_sign_in(site, request);
    return show_place(site, request, step_in(request), next_in(request.query), {}, {});
}

Later<Response> post_sign_in_place(Site& site, const Request& request)
{
    const auto next = next_in(request.form);
    auto carried = carried_in(request.form);
    if (!check_open_form(site.mac(), request)) return begin_again(site, request);
    const OrganisationId organisation{std::string{request.form.text("place")}};
    const auto in = app::choose_place(site.app(), step_in(request), organisation);
    if (in) return answer_sign_in(site, request, *in, next, std::move(carried));
    if (in.error() == app::PlaceRefusal::over) return begin_again(site, request);
    return show_place(site, request, step_in(request), next, std::move(carried),
                      {{"place", "Choose where you work now"_p}});
}

Later<Response> get_invitation(Site& site, const Request& request)
{
    return show_invitation(site, request, {});
}

Later<Response> post_invitation(Site& site, const Request& request)
{
    if (!check_open_form(site.mac(), request))
        return show_invitation(site, request, {{"code", "This page was open for too long. Send it again"_p}});
    if (!request.form.text("issuer").empty()) return take_up_with_issuer(site, request, show_invitation);
    return app::use_invitation(site.app(),
                               {.code = std::string{request.form.text("code")},
                                .password = std::string{request.form.text("password")},
                                .address = request.remote,
                                .device = std::string{own_cookie(request, device_cookie).value_or("")},
                                .about = browser_of(request),
                                .ends = std::string{own_cookie(request, session_cookie).value_or("")}})
        .then([&site, &request](Result<app::SignInAnswer, app::InvitationRefusal> used) -> Response {
            if (!used) return show_invitation(site, request, {error_of_invitation(used.error())});
            return answer_sign_in(site, request, *used, {}, {});
        });
}

}  // namespace safelead::web
