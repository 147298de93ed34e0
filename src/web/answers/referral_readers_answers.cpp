// Who reads a referral where it was sent to.

#include "app/referral_readers.h"
#include "web/answers/referral_answering.h"
#include "web/answers/referral_answers.h"
#include "web/answers/refusals.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/readers_form.h"
#include "web/pages/referral_readers_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

record::Reference referral_in(const Request& request)
{
    return record::Reference{std::string{request.path_value("referral")}};
}

Response draw(Site& site, const Request& request, const Visitor& visitor, const FormFields& typed,
              const FormErrors& errors)
{
    const auto reference = referral_in(request);
    const auto readers = app::readers_of_referral(site.app(), visitor.actor, reference);
    if (!readers) return site.not_done(request, visitor, readers.error());
    const ReferralReadersPage page{*readers, fmt::format("/referrals/{}", reference.text()),
                                   visitor.csrf_token, site.new_command()};
    const FormWriter form{site.say(), typed, errors};
    Html main = saved_notice(site, request);
    main << referral_readers_page(form, page);
    return site.page(request, visitor,
                     {.title = "Who reads referral {0}"_p,
                      .main = std::move(main),
                      .about = std::string{reference.text()},
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

}  // namespace

Later<Response> get_referral_readers(Site& site, const Request& request, Visitor visitor)
{
    return draw(site, request, visitor, {}, {});
}

Later<Response> post_referral_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto reference = referral_in(request);
    auto typed = parse_readers_change(request.form, site.app().zone(), visitor.actor.person);
    if (!typed) return draw(site, request, visitor, request.form, typed.error());
    return app::settle_readers(site.app(), visitor.actor, typed->command, reference, typed->asked)
        .then([&site, &request, visitor, reference](app::Outcome<Done> done) -> Response {
            if (!done)
                return draw(site, request, visitor, as_new_form(request.form),
                            readers_errors(errors_of(done.error()), request.form));
            // Whoever kept themselves out sees the page no more.
            const bool still_reads =
                app::readers_of_referral(site.app(), visitor.actor, reference).has_value();
            return see_other_saying(still_reads
                                        ? fmt::format("/referrals/{}/who-reads?saved=1", reference.text())
                                        : std::string{"/referrals?saved=1"},
                                    taken_out_of(request.form, {"why-keep-out", "why-let-in", "why-lock",
                                                                "why-name", "why-unlock", "why-look"}));
        });
}

}  // namespace safelead::web
