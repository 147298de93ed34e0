#include "web/answers/issuer_answers.h"

#include "app/issuer_ties.h"
#include "web/answers/sign_in_steps.h"
#include "web/forms/form_reader.h"
#include "web/pages/issuer_pages.h"
#include "web/pages/words.h"

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

constexpr std::chrono::minutes step_lasts{10};
constexpr std::string_view ties_address = "/settings/issuers";

Phrase words_of(app::IssuerRefusal why)
{
    switch (why) {
        case app::IssuerRefusal::not_known:
            return "There is no such account to sign in with here. Sign in another way"_p;
        case app::IssuerRefusal::wait:
            return too_many_tries();
        case app::IssuerRefusal::crowded:
            return many_sign_in();
        case app::IssuerRefusal::unreachable:
            return "{0} can’t be reached just now. Try again in a moment, or sign in another way"_p;
        case app::IssuerRefusal::over:
            return "That took too long, or was begun in another browser. Begin again"_p;
        case app::IssuerRefusal::refused_there:
            return "{0} did not sign you in. Try again, or sign in another way"_p;
        case app::IssuerRefusal::not_believed:
            return "What {0} said could not be checked. Try again, or sign in another way"_p;
        case app::IssuerRefusal::not_tied:
            return "Nobody here has tied that account of {0}. Sign in another way, then tie it on the page "
                   "of "
                   "your sign-in"_p;
        case app::IssuerRefusal::nowhere:
            return "You have no role at a school or agency here. Ask whoever looks after accounts"_p;
        case app::IssuerRefusal::tied_already:
            return "That account, or another one of {0}, is tied already"_p;
        case app::IssuerRefusal::session_over:
            return "You were signed out meanwhile. Sign in and begin again"_p;
        case app::IssuerRefusal::invitation_not_usable:
            return "This invitation is not good, was used, or is over. Ask for a new one"_p;
    }
    throw_bug("a sign-in elsewhere was refused for a reason without words");
}

std::string label_of(Site& site, std::string_view id)
{
    const auto shown = app::issuers_shown(site.app());
    const auto found = std::ranges::find(shown, id, &app::IssuerShown::id);
    return found == shown.end() ? std::string{} : found->label;
}

FormError error_of(std::string field, app::IssuerRefusal why, std::string label)
{
    return {std::move(field), words_of(why), std::move(label)};
}

SetCookie cookie_of(std::string value, std::chrono::seconds lasts)
{
    return {.name = std::string{issuer_cookie},
            .value = std::move(value),
            .max_age = lasts,
            .same_site = SetCookie::SameSite::lax};
}

app::IssuerBegin begin_from(const Request& request, std::string issuer, app::IssuerPurpose purpose)
{
    return {.issuer = std::move(issuer),
            .purpose = std::move(purpose),
            .address = request.remote,
            .device = std::string{own_cookie(request, device_cookie).value_or("")},
            .about = browser_of(request),
            .ends = std::string{own_cookie(request, session_cookie).value_or("")},
            .next = {},
            .carried = {}};
}

/// `to` is an issuer's address as it was discovered, or one of ours: never what a request says.
Response going_on(Site& site, const Request& request, Phrase title, const std::string& about,
                  const std::string& to)
{
    auto response = site.open_page(
        request, {.title = "Going on"_p, .main = going_on_page(site.say(), site.say()(title, {about}), to)});
    response.with_header("Refresh", "0; url=" + to);
    return response;
}

Response send_away(Site& site, const Request& request, const app::SentToIssuer& sent)
{
    auto response = going_on(site, request, "On to {0}"_p, sent.label, sent.address);
    response.with_cookie(cookie_of(sent.browser, step_lasts));
    return response;
}

/// The answer to signing in, by way of a page of ours.
Response come_in(Site& site, const Request& request, Response answer)
{
    const auto location = std::ranges::find(answer.headers, std::string_view{"Location"}, &Header::name);
    if (answer.status != Status::see_other || location == answer.headers.end()) return answer;
    auto response = going_on(site, request, "You are signed in"_p, {}, location->value);
    for (auto& cookie : answer.cookies) response.with_cookie(std::move(cookie));
    return response;
}

Response show_not_back(Site& site, const Request& request, const app::NotBackFromIssuer& not_back)
{
    const auto label = label_of(site, request.path_value("issuer"));
    if (std::holds_alternative<app::ToTie>(not_back.purpose))
        return site.open_page(request,
                              {.title = "Your account was not tied"_p,
                               .main = not_tied_page(site.say(), site.say()(words_of(not_back.why), {label})),
                               .status = Status::unprocessable});
    SignInPage page{.frame = {.action = "/sign-in", .csrf_token = {}, .command = {}, .draft = {}},
                    .next = not_back.next,
                    .carried = not_back.carried};
    return show_sign_in(site, request, std::move(page), {}, {error_of("elsewhere", not_back.why, label)},
                        Status::unprocessable);
}

Response show_ties(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    TiesPage page{.ties = app::ties_of(site.app(), visitor.actor),
                  .tie = {.action = "/settings/issuers/tie",
                          .csrf_token = visitor.csrf_token,
                          .command = {},
                          .draft = {},
                          .draft_of = {},
                          .page = std::string{ties_address},
                          .id = "form-tie"},
                  .untie = {.action = "/settings/issuers/untie",
                            .csrf_token = visitor.csrf_token,
                            .command = site.new_command(),
                            .draft = {},
                            .draft_of = {},
                            .page = std::string{ties_address},
                            .id = "form-untie"}};
    const FormFields nothing;
    const FormWriter form{site.say(), nothing, errors};
    return site.page(request, visitor,
                     {.title = "Your accounts elsewhere"_p,
                      .main = ties_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

}  // namespace

Later<Response> post_sign_in_with(Site& site, const Request& request)
{
    SignInPage page{.frame = {.action = "/sign-in", .csrf_token = {}, .command = {}, .draft = {}},
                    .next = std::string{request.form.text("next")},
                    .carried = carried_in(request.form)};
    if (!is_own_address(page.next)) page.next.clear();
    if (!check_open_form(site.mac(), request))
        return show_sign_in(site, request, std::move(page), {},
                            {{"elsewhere", "This page was open for too long. Try again"_p}},
                            Status::unprocessable);
    auto begin = begin_from(request, std::string{request.path_value("issuer")}, {});
    begin.next = page.next;
    begin.carried = page.carried;
    return app::begin_at_issuer(site.app(), std::move(begin))
        .then([&site, &request, page](Result<app::SentToIssuer, app::IssuerRefusal> sent) -> Response {
            if (sent) return send_away(site, request, *sent);
            const auto label = label_of(site, request.path_value("issuer"));
            return show_sign_in(site, request, page, {}, {error_of("elsewhere", sent.error(), label)},
                                Status::unprocessable);
        });
}

Later<Response> get_sign_in_return(Site& site, const Request& request)
{
    const auto& query = request.query;
    const std::string issuer{request.path_value("issuer")};
    app::IssuerReturn back{.issuer = issuer,
                           .state = std::string{query.text("state")},
                           .code = std::string{query.text("code")},
                           .error = std::string{query.text("error")},
                           .said_issuer = {},
                           .browser = std::string{own_cookie(request, issuer_cookie).value_or("")},
                           .address = request.remote};
    if (const auto said = query.find("iss")) back.said_issuer = std::string{*said};
    return app::return_from_issuer(site.app(), std::move(back))
        .then([&site, &request,
               issuer](Result<app::BackFromIssuer, app::NotBackFromIssuer> came) -> Response {
            Response response;
            if (!came) {
                response = show_not_back(site, request, came.error());
            } else if (!came->in) {
                response = going_on(site, request, "Your account is tied"_p, {}, std::string{ties_address});
            } else {
                response = come_in(site, request,
                                   answer_sign_in(site, request, *came->in, came->next, came->carried));
            }
            response.with_cookie(cookie_of("", std::chrono::seconds{0}));
            if (came)
                response.with_cookie({.name = std::string{came_by_cookie},
                                      .value = issuer,
                                      .max_age = {},
                                      .same_site = SetCookie::SameSite::strict});
            return response;
        });
}

Later<Response> take_up_with_issuer(Site& site, const Request& request, ShowInvitation not_begun)
{
    const std::string id{request.form.text("issuer")};
    return app::begin_at_issuer(
               site.app(), begin_from(request, id, app::ToTakeUp{std::string{request.form.text("code")}}))
        .then(
            [&site, &request, id, not_begun](Result<app::SentToIssuer, app::IssuerRefusal> sent) -> Response {
                if (sent) return send_away(site, request, *sent);
                return not_begun(site, request, {error_of("code", sent.error(), label_of(site, id))});
            });
}

Later<Response> get_ties(Site& site, const Request& request, Visitor visitor)
{
    return show_ties(site, request, visitor, {});
}

Later<Response> post_tie(Site& site, const Request& request, Visitor visitor)
{
    const std::string id{request.form.text("issuer")};
    const auto& actor = visitor.actor;
    return app::begin_at_issuer(site.app(), begin_from(request, id, app::ToTie{actor.person, actor.session}))
        .then([&site, &request, visitor, id](Result<app::SentToIssuer, app::IssuerRefusal> sent) -> Response {
            if (sent) return send_away(site, request, *sent);
            return show_ties(site, request, visitor, {error_of("ties", sent.error(), label_of(site, id))});
        });
}

Later<Response> post_untie(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return show_ties(site, request, visitor, read.errors());
    return app::untie_issuer(site.app(), visitor.actor, command, std::string{request.form.text("issuer")})
        .then([&site, &request, visitor](app::Outcome<Done> done) -> Response {
            if (!done) return show_ties(site, request, visitor, errors_of(done.error()));
            return signed_out(site, request);
        });
}

}  // namespace safelead::web
