#include "web/answers/shared_answers.h"

#include "app/shared_links.h"
#include "web/answers/sign_in_steps.h"
#include "web/answers/signing_in.h"
#include "web/answers/typing.h"
#include "web/forms/csrf.h"
#include "web/forms/referral_form.h"
#include "web/html/components.h"
#include "web/pages/referral_outside.h"
#include "web/pages/referral_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

Response show_open(Site& site, const Request& request, const FormErrors& errors)
{
    auto open = open_token(site.mac(), site.random(), request);
    const FormFrame frame{.action = "/shared", .csrf_token = open.token, .command = {}, .draft = {}};
    const FormWriter form{site.say(), request.form, errors};
    auto response = site.open_page(request, {.title = "Open what was sent to you"_p,
                                             .main = open_link_page(form, frame),
                                             .status = errors.empty() ? Status::ok : Status::unprocessable,
                                             .scripts = {"invitation.js"}});
    if (open.cookie) response.with_cookie(*open.cookie);
    return response;
}

Response show_over(Site& site, const Request& request, const std::string& pass, WhyNotShown why,
                   TakenOut taken_out = TakenOut::as_the_address_says)
{
    auto open = open_token(site.mac(), site.random(), request);
    const FormFrame frame{.action = "/shared", .csrf_token = open.token, .command = {}, .draft = {}};
    const FormErrors none;
    const FormWriter form{site.say(), request.form, none};
    const NotShown not_shown{why, pass, app::sender_of_pass(site.app(), pass)};
    const bool is_of_link = why == WhyNotShown::over || why == WhyNotShown::done;
    auto response =
        site.open_page(request, {.title = is_of_link ? "This link is over"_p : "Not shown"_p,
                                 .main = link_over_page(form, frame, not_shown),
                                 .status = why == WhyNotShown::done ? Status::ok : Status::unprocessable,
                                 .scripts = {"invitation.js"},
                                 .taken_out = taken_out});
    if (open.cookie) response.with_cookie(*open.cookie);
    return response;
}

WhyNotShown why_not(const app::NotDone& why)
{
    if (std::holds_alternative<app::NotThere>(why)) return WhyNotShown::over;
    return std::holds_alternative<app::Crowded>(why) ? WhyNotShown::crowded : WhyNotShown::stopped;
}

enum class JustNow { opened, recorded, recorded_in_part };

TakenOut taken_out_by(JustNow just_now)
{
    return just_now == JustNow::recorded_in_part ? TakenOut::something : TakenOut::as_the_address_says;
}

Response draw_shared(Site& site, const Request& request, const app::ReferralView& view,
                     const std::string& pass, const FormFields& typed, const FormErrors& errors,
                     JustNow just_now)
{
    auto open = open_token(site.mac(), site.random(), request);
    const ReferralPage page{view, site.app().zone(),  "/shared", open.token, site.new_command(),
                            {},   Answering::by_link, pass};
    const FormWriter form{site.say(), typed, errors};
    Html main;
    if (just_now != JustNow::opened)
        main << NotificationBanner{
            .kind = BannerKind::success,
            .heading = site.say()("It is recorded, and the school sees it. You can close this page."_p)};
    main << referral_page(form, page);
    auto response = site.open_page(request, {.title = "Referral {0}"_p,
                                             .main = std::move(main),
                                             .about = std::string{view.it->reference.text()},
                                             .status = errors.empty() ? Status::ok : Status::unprocessable,
                                             .taken_out = taken_out_by(just_now)});
    if (open.cookie) response.with_cookie(*open.cookie);
    return response;
}

/// That it is shown is kept before it is.
Later<Response> show_shared(Site& site, const Request& request, std::string pass, FormFields typed,
                            FormErrors errors, JustNow just_now)
{
    return app::read_shared(site.app(), pass)
        .then([&site, &request, pass, typed = std::move(typed), errors = std::move(errors),
               just_now](const app::Outcome<app::ReferralView>& view) -> Response {
            if (view) return draw_shared(site, request, *view, pass, typed, errors, just_now);
            if (just_now != JustNow::opened)
                return show_over(site, request, pass, WhyNotShown::done, taken_out_by(just_now));
            return show_over(site, request, pass, why_not(view.error()));
        });
}

FormErrors open_too_long(std::string field)
{
    return {{std::move(field), "This page was open for too long. Send it again"_p}};
}

FormErrors errors_for(app::LinkRefusal why)
{
    switch (why) {
        case app::LinkRefusal::wrong:
            return {
                {"code",
                 "That is not right, or it was opened before, taken back, or is over. Ring the school"_p}};
        case app::LinkRefusal::ended:
            return {{"code",
                     "The school took this referral back or closed it, or it belongs to somebody else. "
                     "Ring the school if you still have to read it"_p}};
        case app::LinkRefusal::wait:
            return {{"code", too_many_tries()}};
        case app::LinkRefusal::crowded:
            return {{"code", many_sign_in()}};
    }
    throw_bug("a link was refused for a reason without words");
}

}  // namespace

Later<Response> get_shared(Site& site, const Request& request)
{
    return show_open(site, request, {});
}

Later<Response> post_shared(Site& site, const Request& request)
{
    const bool is_ours = check_open_form(site.mac(), request).has_value();
    // Opened already, and then it could not be shown: a link opens once.
    if (std::string pass{request.form.text("pass")}; !pass.empty())
        return show_shared(site, request, std::move(pass), as_new_form(request.form),
                           is_ours ? FormErrors{} : open_too_long("form"), JustNow::opened);
    if (!is_ours) return show_open(site, request, open_too_long("code"));
    FormErrors errors;
    if (request.form.text("code").empty())
        errors.push_back({"code", "Give the link, or what stands behind its #"_p});
    if (request.form.text("digits").empty()) errors.push_back({"digits", "Give the code of eight digits"_p});
    if (!errors.empty()) return show_open(site, request, errors);
    return app::open_link(site.app(), std::string{request.form.text("code")},
                          std::string{request.form.text("digits")}, request.remote)
        .then([&site, &request](Result<std::string, app::LinkRefusal> opened) -> Later<Response> {
            if (!opened) return show_open(site, request, errors_for(opened.error()));
            // What was typed when a link before this one was over comes along.
            return show_shared(site, request, *opened, as_new_form(request.form), {}, JustNow::opened);
        });
}

Later<Response> post_shared_step(Site& site, const Request& request)
{
    const std::string pass{request.form.text("pass")};
    const auto view = app::shared_referral(site.app(), pass);
    if (!view) return show_over(site, request, pass, WhyNotShown::over);
    if (!check_open_form(site.mac(), request))
        return show_shared(site, request, pass, request.form, open_too_long("form"), JustNow::opened);
    auto typed = parse_answer_of(request.form, site.app().zone(), view->offers);
    if (!typed) return show_shared(site, request, pass, request.form, typed.error(), JustNow::opened);
    return app::answer_by_link(site.app(), pass, typed->command, typed->asked.said, typed->asked.who)
        .then([&site, &request, pass](app::Outcome<app::ReferralChanged> answered) -> Later<Response> {
            if (!answered && std::holds_alternative<app::NotThere>(answered.error()))
                return show_over(site, request, pass, WhyNotShown::over);
            if (!answered)
                return show_shared(site, request, pass, as_new_form(request.form),
                                   step_errors(errors_of(answered.error()), request.form), JustNow::opened);
            return show_shared(site, request, pass, {}, {},
                               answered->taken_out > 0 ? JustNow::recorded_in_part : JustNow::recorded);
        });
}

}  // namespace safelead::web
