#include "web/answers/training_answers.h"

#include "app/drafts.h"
#include "app/open_shelf.h"
#include "app/training_record.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/training_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace safelead::web {

namespace {

learning::SessionReference reference_in(const Request& request)
{
    return learning::SessionReference{std::string{request.path_value("session")}};
}

std::string evaluation_draft(const Request& request)
{
    return fmt::format("training-evaluation-{}", request.path_value("session"));
}

Response show(Site& site, const Request& request, const std::optional<Visitor>& visitor,
              const FormFields* typed, const FormErrors& errors)
{
    const auto* actor = visitor ? &visitor->actor : nullptr;
    const auto view = app::see_training(site.app(), actor, reference_in(request));
    if (!view) return site.fault(Fault::not_found);
    const auto& planned = view->it->planned;
    SessionPage page{.view = *view,
                     .topic = site.shelf().training.topic(planned.topic),
                     .zone = site.app().zone(),
                     .now = site.app().now(),
                     .reader = std::nullopt,
                     .csrf_token = {},
                     .command = site.new_command()};
    Typing typing{typed != nullptr ? *typed : FormFields{}, false};
    if (visitor) {
        page.reader = visitor->actor.person;
        page.csrf_token = visitor->csrf_token;
        page.may_come = planned.audience == learning::Audience::partnership ||
                        planned.organisation == visitor->actor.organisation;
        if (typed == nullptr) typing = typing_of(site, *visitor, evaluation_draft(request), std::nullopt);
    }
    const FormWriter form{site.say(), typing.fields, errors};
    Html main;
    if (typing.restored)
        main << restored_notice(site, *visitor, request, evaluation_draft(request), std::nullopt);
    main << session_page(form, page);
    Leaf leaf{.title = "Training session {0}"_p,
              .main = std::move(main),
              .about = std::string{planned.reference.text()},
              .status = errors.empty() ? Status::ok : Status::unprocessable};
    if (visitor) return site.page(request, *visitor, std::move(leaf));
    return site.open_page(request, std::move(leaf));
}

/// Shows the session again: by a redirect, or with what was wrong.
Later<Response> answer(Site& site, const Request& request, const Visitor& visitor,
                       Later<app::Outcome<Done>> later)
{
    return std::move(later).then([&site, &request, visitor](app::Outcome<Done> done) -> Response {
        if (done) {
            if (request.path.ends_with("/evaluate"))
                app::forget_draft(site.app(), visitor.actor, evaluation_draft(request));
            return see_other_saying(fmt::format("/training/{}", request.path_value("session")),
                                    taken_out_of(request.form, {"evaluation"}));
        }
        if (std::holds_alternative<app::NotThere>(done.error())) return site.fault(Fault::not_found);
        const auto typed = as_new_form(request.form);
        return show(site, request, visitor, &typed, errors_of(done.error()));
    });
}

Later<Response> change(Site& site, const Request& request, const Visitor& visitor, app::TrainingChange what)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return show(site, request, visitor, &request.form, read.errors());
    return answer(
        site, request, visitor,
        app::change_training(site.app(), visitor.actor, command, reference_in(request), std::move(what)));
}

}  // namespace

Later<Response> get_training(Site& site, const Request& request)
{
    const auto visitor = site.visitor(request);
    const auto* actor = visitor ? &visitor->actor : nullptr;
    TrainingPage page{.curriculum = site.shelf().training,
                      .zone = site.app().zone(),
                      .today = site.app().today(),
                      .doors = {},
                      .coming = app::coming_training(site.app(), actor),
                      .held = {}};
    if (visitor) {
        page.doors = {.is_signed_in = true,
                      .may_run = app::may(*actor, access::Action::run_training),
                      .may_keep_record = app::may(*actor, access::Action::keep_training_record)};
        if (auto held = app::training_held(site.app(), *actor)) page.held = *std::move(held);
    }
    Leaf leaf{.title = "Training"_p, .main = training_page(site.say(), page)};
    if (visitor) return site.page(request, *visitor, std::move(leaf));
    return site.open_page(request, std::move(leaf));
}

Later<Response> get_session(Site& site, const Request& request)
{
    return show(site, request, site.visitor(request), nullptr, {});
}

Later<Response> get_session_calendar(Site& site, const Request& request)
{
    const auto visitor = site.visitor(request);
    const auto view =
        app::see_training(site.app(), visitor ? &visitor->actor : nullptr, reference_in(request));
    if (!view) return site.fault(Fault::not_found);
    Response response;
    response.content_type = "text/calendar; charset=utf-8";
    response.body = app::training_calendar(*view);
    response.with_header("Content-Disposition", fmt::format("attachment; filename=\"training-{}.ics\"",
                                                            request.path_value("session")));
    return response;
}

Later<Response> post_book_place(Site& site, const Request& request, Visitor visitor)
{
    return change(site, request, visitor,
                  learning::BookPlace{visitor.actor.person, visitor.actor.organisation});
}

Later<Response> post_give_up_place(Site& site, const Request& request, Visitor visitor)
{
    return change(site, request, visitor, learning::GiveUpPlace{visitor.actor.person});
}

Later<Response> post_attend(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto code = read.needed("code", "Give the two words that the trainer said"_p);
    if (!read.errors().empty()) return show(site, request, visitor, &request.form, read.errors());
    return answer(site, request, visitor,
                  app::give_attendance_code(site.app(), visitor.actor, command, reference_in(request), code));
}

Later<Response> post_evaluate(Site& site, const Request& request, Visitor visitor)
{
    using learning::Sure;
    using learning::Useful;
    constexpr std::array useful{
        Option<Useful>{"very", Useful::very}, Option<Useful>{"fairly", Useful::fairly},
        Option<Useful>{"little", Useful::little}, Option<Useful>{"not_at_all", Useful::not_at_all}};
    constexpr std::array sure{Option<Sure>{"yes", Sure::yes}, Option<Sure>{"partly", Sure::partly},
                              Option<Sure>{"no", Sure::no}};
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto how = read.choice<Useful>("useful", useful);
    if (!how) read.wrong("useful", "Say how useful it was"_p);
    const auto now = read.choice<Sure>("sure", sure);
    if (!now) read.wrong("sure", "Say whether you would know what to do"_p);
    auto words = read.words("evaluation");
    if (!read.errors().empty()) return show(site, request, visitor, &request.form, read.errors());
    return answer(site, request, visitor,
                  app::change_training(
                      site.app(), visitor.actor, command, reference_in(request),
                      learning::EvaluateSession{{visitor.actor.person, *how, *now, std::move(words)}}));
}

Later<Response> get_certificate(Site& site, const Request& request, Visitor visitor)
{
    return app::certificate(site.app(), site.shelf(), visitor.actor, reference_in(request))
        .then([&site, &request, visitor](app::Outcome<std::string> made) -> Response {
            if (!made) return site.not_done(request, visitor, made.error());
            Response response;
            response.content_type = "application/pdf";
            response.body = *std::move(made);
            response.with_header("Content-Disposition", "inline; filename=\"certificate.pdf\"");
            return response;
        });
}

}  // namespace safelead::web
