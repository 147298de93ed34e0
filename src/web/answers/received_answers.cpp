// The receiver's side of a referral.

#include "app/drafts.h"
#include "app/find_referrals.h"
#include "web/answers/kept_steps.h"
#include "web/answers/paging.h"
#include "web/answers/referral_answering.h"
#include "web/answers/referral_answers.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/forms/referral_form.h"
#include "web/pages/received_page.h"
#include "web/pages/referral_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <ranges>
#include <utility>

namespace safelead::web {

namespace {

record::Reference referral_in(const Request& request)
{
    return record::Reference{std::string{request.path_value("referral")}};
}

Later<Response> show(Site& site, const Request& request, const Visitor& visitor, FormFields typed,
                     FormErrors errors)
{
    const auto reference = referral_in(request);
    return app::read_referral(site.app(), visitor.actor, reference)
        .then([&site, &request, visitor, reference, typed = std::move(typed),
               errors = std::move(errors)](app::Outcome<app::ReferralView> view) -> Response {
            if (!view) return site.not_done(request, visitor, view.error());
            const ReferralPage page{*view,
                                    site.app().zone(),
                                    fmt::format("/referrals/{}", reference.text()),
                                    visitor.csrf_token,
                                    site.new_command(),
                                    {},
                                    Answering::own,
                                    {},
                                    typed_before(site, visitor, *view, std::nullopt)};
            const auto wrong = leading_to_form(errors, page, typed);
            const FormWriter form{site.say(), typed, wrong};
            Html main = saved_notice(site, request);
            main << kept_notices(site, visitor, request, page, typed) << referral_page(form, page);
            return site.page(request, visitor,
                             {.title = "Referral {0}"_p,
                              .main = std::move(main),
                              .about = std::string{reference.text()},
                              .status = errors.empty() ? Status::ok : Status::unprocessable});
        });
}

/// Looking for somebody is a POST, so that no name is ever in an address.
FormFrame find_frame(const Visitor& visitor)
{
    return {.action = "/referrals/find", .csrf_token = visitor.csrf_token, .command = {}, .draft = {}};
}

}  // namespace

void forget_step(Site& site, const Visitor& visitor, const Request& request,
                 const record::Reference& referral, const std::optional<record::Reference>& of)
{
    app::forget_draft(site.app(), visitor.actor, draft_of_step(form_typed_in(request.form), referral), of);
}

Later<Response> get_received_referrals(Site& site, const Request& request, Visitor visitor)
{
    const auto lines = app::received_referrals(site.app(), visitor.actor);
    if (!lines) return site.not_done(request, visitor, lines.error());
    const auto window = window_asked(request);
    if (auto last = last_page_instead("/referrals", window, lines->size())) return *std::move(last);
    const auto here = *lines | std::views::drop(window.first) | std::views::take(window.most);
    const FormFields nothing_typed;
    const FormErrors nothing_wrong;
    const FormWriter form{site.say(), nothing_typed, nothing_wrong};
    Html main = saved_notice(site, request);
    main << received_page(form, find_frame(visitor), {here.begin(), here.end()}, site.app().zone())
         << page_links(site.say(), "/referrals", window, lines->size());
    return site.page(request, visitor, {.title = "Referrals to us"_p, .main = std::move(main)});
}

Later<Response> post_find_referrals(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    auto typed = read.words("q");
    if (!read.errors().empty()) typed.clear();
    return app::find_referrals(site.app(), visitor.actor, std::move(typed))
        .then([&site, &request, visitor,
               errors = read.errors()](app::Outcome<app::ReferralsFound> found) -> Response {
            if (!found) return site.not_done(request, visitor, found.error());
            const FormWriter form{site.say(), request.form, errors};
            return site.page(
                request, visitor,
                {.title = "Referrals found"_p,
                 .main = received_found_page(form, find_frame(visitor), *found, site.app().zone()),
                 .status = errors.empty() ? Status::ok : Status::unprocessable});
        });
}

Later<Response> get_received_referral(Site& site, const Request& request, Visitor visitor)
{
    return show(site, request, visitor, {}, {});
}

Later<Response> post_answer_referral(Site& site, const Request& request, Visitor visitor)
{
    const auto reference = referral_in(request);
    const auto offers = app::step_offers(site.app(), visitor.actor, std::nullopt);
    auto typed = parse_step(request.form, site.app().zone(), offers);
    if (!typed) return show(site, request, visitor, request.form, typed.error());
    return app::answer_referral(site.app(), visitor.actor, typed->command, reference, typed->asked)
        .then([&site, &request, visitor,
               reference](app::Outcome<app::ReferralChanged> answered) -> Later<Response> {
            if (!answered)
                return show(site, request, visitor, as_new_form(request.form),
                            step_errors(errors_of(answered.error()), request.form));
            forget_step(site, visitor, request, reference, std::nullopt);
            return see_other_saying(fmt::format("/referrals/{}?saved=1", reference.text()),
                                    answered->taken_out);
        });
}

}  // namespace safelead::web
