#include "web/answers/signing_in.h"

#include "app/documents.h"
#include "app/issuer_sign_in.h"
#include "app/sign_in.h"
#include "base/percent.h"
#include "base/text.h"
#include "web/answers/sign_in_steps.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace safelead::web {

namespace {

constexpr std::string_view carried_prefix = "carried:";

/// What this person most likely comes for.
std::string first_page(const app::Actor& actor)
{
    if (app::may(actor, access::Action::see_inbox)) return "/inbox";
    if (app::may(actor, access::Action::see_upkeep)) return "/to-check";
    if (app::may(actor, access::Action::see_referrals)) return "/referrals";
    return app::may(actor, access::Action::report_concern) ? "/concerns/new" : "/today";
}

Phrase words_of(app::SignInRefusal why)
{
    switch (why) {
        case app::SignInRefusal::wrong:
            return "Check your e-mail address and your password"_p;
        case app::SignInRefusal::wait:
            return too_many_tries();
        case app::SignInRefusal::crowded:
            return many_sign_in();
        case app::SignInRefusal::nowhere:
            return "You have no role at a school or agency here. Ask whoever looks after accounts"_p;
    }
    throw_bug("a sign-in was refused for a reason without words");
}

SignInPage page_from(const FormFields& fields)
{
    SignInPage page{.frame = {.action = "/sign-in", .csrf_token = {}, .command = {}, .draft = {}},
                    .next = std::string{fields.text("next")}};
    if (!is_own_address(page.next)) page.next.clear();
    const auto why = fields.text("why");
    if (why == "timed-out") page.reason = SignInReason::timed_out;
    if (why == "signed-out") page.reason = SignInReason::signed_out;
    return page;
}

}  // namespace

std::string address_for_others(const Request& request, std::string_view page)
{
    return fmt::format("{}://{}{}", request.is_https() ? "https" : "http",
                       request.header("host").value_or("this-server"), page);
}

Phrase too_many_tries()
{
    return "There were too many wrong tries. Wait a quarter of an hour, then try again. If a child is in "
           "danger, don’t wait: ring 999"_p;
}

Phrase many_sign_in()
{
    return "Many people are signing in. Try again in a moment"_p;
}

std::string browser_of(const Request& request)
{
    const auto agent = request.header("user-agent").value_or("");
    const auto has = [agent](std::string_view word) { return agent.find(word) != std::string_view::npos; };
    const std::string_view browser = has("Firefox")  ? "Firefox"
                                     : has("Edg/")   ? "Edge"
                                     : has("Chrome") ? "Chrome"
                                     : has("Safari") ? "Safari"
                                                     : "A browser";
    const std::string_view system = has("Android")   ? "Android"
                                    : has("iPhone")  ? "iPhone"
                                    : has("Windows") ? "Windows"
                                    : has("Mac OS")  ? "a Mac"
                                    : has("Linux")   ? "Linux"
                                                     : "some system";
    return fmt::format("{} on {}", browser, system);
}

std::optional<app::Draft> carried_in(const FormFields& form)
{
    if (form.text("carried-form").empty()) return std::nullopt;
    app::Draft draft{.form = std::string{form.text("carried-form")}, .of = {}, .fields = {}, .saved_at = {}};
    if (const auto of = form.text("carried-of"); !of.empty()) draft.of = record::Reference{std::string{of}};
    for (const auto& field : form.in_order())
        if (field.name.starts_with(carried_prefix))
            draft.fields.emplace_back(field.name.substr(carried_prefix.size()), field.value);
    return draft;
}

void keep_carried(Site& site, const app::SignedIn& in, std::optional<app::Draft> carried)
{
    if (!carried) return;
    // If it can't be kept there is nothing better to do with it here: it was too long for any form.
    const auto kept = app::save_draft(site.app(), in.actor, std::move(*carried));
    static_cast<void>(kept.has_value());
}

std::string page_after(const app::SignedIn& in, const std::string& next)
{
    return is_own_address(next) ? next : first_page(in.actor);
}

Response welcome(Site& site, const app::SignedIn& in, const std::string& next,
                 std::optional<app::Draft> carried)
{
    keep_carried(site, in, std::move(carried));
    auto response = see_other(page_after(in, next));
    begin_session(response, in);
    return response;
}

Response signed_out(Site& site, const Request& request)
{
    const auto came_by = own_cookie(request, came_by_cookie);
    const bool is_known = came_by && app::issuer_to_leave(site.app(), *came_by);
    auto response = see_other(is_known ? fmt::format("/sign-in?why=signed-out&from={}", *came_by)
                                       : "/sign-in?why=signed-out");
    for (const auto name : {session_cookie, came_by_cookie})
        response.with_cookie({.name = std::string{name},
                              .value = "",
                              .max_age = std::chrono::seconds{0},
                              .same_site = SetCookie::SameSite::strict});
    return response;
}

Response show_sign_in(Site& site, const Request& request, SignInPage page, const FormFields& typed,
                      const FormErrors& errors, Status status)
{
    auto open = open_token(site.mac(), site.random(), request);
    page.frame.csrf_token = open.token;
    page.issuers = app::issuers_shown(site.app());
    const FormWriter form{site.say(), typed, errors};
    auto response =
        site.open_page(request, {.title = "Sign in"_p, .main = sign_in_page(form, page), .status = status});
    if (open.cookie) response.with_cookie(*open.cookie);
    return response;
}

Response ask_to_sign_in(Site& site, const Request& request)
{
    if (request.method == Method::post) return keep_and_ask_to_sign_in(site, request);
    const bool had_session = own_cookie(request, session_cookie).has_value();
    return see_other(fmt::format("/sign-in?next={}{}", percent_encoded(request.path, plain_in_next),
                                 had_session ? "&why=timed-out" : ""));
}

Later<Response> get_sign_in(Site& site, const Request& request)
{
    auto page = page_from(request.query);
    if (page.reason == SignInReason::signed_out)
        page.left = app::issuer_to_leave(site.app(), request.query.text("from"));
    return show_sign_in(site, request, std::move(page), {}, {}, Status::ok);
}

Later<Response> post_sign_in(Site& site, const Request& request)
{
    auto page = page_from(request.form);
    page.carried = carried_in(request.form);
    if (!check_open_form(site.mac(), request))
        return show_sign_in(site, request, page, request.form,
                            {{"email", "This page was open for too long. Sign in again"_p}},
                            Status::unprocessable);
    FormReader read{request.form, site.app().zone()};
    app::SignIn asked{.email = read.needed("email", "Give your e-mail address"_p),
                      .password = std::string{request.form.text("password")},
                      .address = request.remote,
                      .device = std::string{own_cookie(request, device_cookie).value_or("")},
                      .about = browser_of(request),
                      .ends = std::string{own_cookie(request, session_cookie).value_or("")}};
    if (asked.password.empty()) read.wrong("password", "Give your password"_p);
    if (!read.errors().empty())
        return show_sign_in(site, request, page, request.form, read.errors(), Status::unprocessable);
    return app::sign_in(site.app(), std::move(asked))
        .then([&site, &request, page](Result<app::SignInAnswer, app::SignInRefusal> signed_in) -> Response {
            if (signed_in) return answer_sign_in(site, request, *signed_in, page.next, page.carried);
            return show_sign_in(site, request, page, request.form, {{"email", words_of(signed_in.error())}},
                                Status::unprocessable);
        });
}

Later<Response> post_sign_out(Site& site, const Request& request)
{
    const auto session = own_cookie(request, session_cookie);
    if (session && !check_session_form(site.mac(), *session, request)) return site.fault(Fault::forbidden);
    if (session) app::sign_out(site.app(), *session);
    return signed_out(site, request);
}

FormFrame frame_to(Site& site, const Visitor& visitor, std::string_view address, std::string_view page,
                   std::string_view id)
{
    return {.action = std::string{address},
            .csrf_token = visitor.csrf_token,
            .command = site.new_command(),
            .draft = {},
            .draft_of = {},
            .page = std::string{page},
            .id = std::string{id}};
}

Later<Response> note_file(Site& site, const Request& request, const Visitor& visitor, VisitorHandler answer)
{
    return app::note_refused(site.app(), visitor.actor, app::SentAs::with_a_form)
        .then([&site, &request, visitor, answer](app::Outcome<Done> noted) -> Later<Response> {
            if (!noted) return site.not_done(request, visitor, noted.error());
            return answer(site, request, visitor);
        });
}

}  // namespace safelead::web
