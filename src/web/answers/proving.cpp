#include "web/answers/proving.h"

#include "app/proof_again.h"
#include "web/pages/words.h"

#include <utility>

namespace safelead::web {

namespace {

Response ask_for_proof(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    const auto& say = site.say();
    const FormWriter form{say, request.form, errors};
    Html main;
    main << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Show that it is you"_p)
         << "</h1><p class=\"govuk-body\">"
         << say("What you asked for can do harm in the wrong hands, so it asks again. Nothing has been done "
                "yet, and nothing you typed is lost."_p)
         << "</p>";
    if (!app::can_prove(site.app(), visitor.actor))
        main << InsetText{.content =
                              say("You have no password and no app here. Sign out, sign in again as you "
                                  "usually do, and do this within five minutes."_p)};
    main << "<form method=\"post\" novalidate action=\"" << text(request.path) << "\">";
    for (const auto& field : request.form.in_order())
        if (field.name != proof_field) main << hidden_input(field.name, field.value);
    main << PasswordInput{.name = std::string{proof_field},
                          .id = std::string{proof_field},
                          .label = {.content = say("Your password, or a code from your app"_p)},
                          .error = form.error(proof_field)}
         << Button{.content = say("Go on"_p), .prevents_double_click = true} << FormWriter::close();
    return site.page(request, visitor,
                     {.title = "Show that it is you"_p,
                      .main = std::move(main),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

}  // namespace

Later<Response> after_proof(Site& site, const Request& request, Visitor visitor, VisitorHandler answer)
{
    // It is not carried out, but comes back: a proof would ask for nothing, and its page forget the file.
    if (request.form.came_with_file()) return answer(site, request, std::move(visitor));
    if (app::was_proved_lately(site.app(), visitor.actor)) return answer(site, request, std::move(visitor));
    auto typed = std::string{request.form.text(proof_field)};
    if (typed.empty()) return ask_for_proof(site, request, visitor, {});
    return app::prove_again(site.app(), visitor.actor, std::move(typed))
        .then([&site, &request, visitor, answer](app::PasswordTyped checked) -> Later<Response> {
            switch (checked) {
                case app::PasswordTyped::right:
                    return answer(site, request, visitor);
                case app::PasswordTyped::wrong:
                    return ask_for_proof(
                        site, request, visitor,
                        {{std::string{proof_field},
                          "That is not right. Type your password, or wait for the next code"_p}});
                case app::PasswordTyped::too_many:
                    return ask_for_proof(site, request, visitor,
                                         {{std::string{proof_field}, too_many_tries()}});
                case app::PasswordTyped::crowded:
                    return site.fault(Fault::unavailable);
            }
            throw_bug("a proof was checked with no outcome");
        });
}

}  // namespace safelead::web
