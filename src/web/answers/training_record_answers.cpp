#include "web/answers/training_record_answers.h"

#include "app/drafts.h"
#include "app/open_shelf.h"
#include "app/training_record.h"
#include "web/answers/register_answers.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/training_record_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

constexpr std::string_view record_draft = "record-training";

Response show(Site& site, const Request& request, const Visitor& visitor, const FormFields* typed,
              const FormErrors& errors)
{
    const auto people = app::training_record(site.app(), site.shelf(), visitor.actor);
    if (!people) return site.not_done(request, visitor, people.error());
    Typing typing{typed != nullptr ? *typed : FormFields{}, false};
    if (typed == nullptr) typing = typing_of(site, visitor, record_draft, std::nullopt);
    const FormWriter form{site.say(), typing.fields, errors};
    Html main;
    if (typing.restored) main << restored_notice(site, visitor, request, record_draft, std::nullopt);
    const auto command = site.new_command();
    main << training_record_page(form, {.people = *people,
                                        .curriculum = site.shelf().training,
                                        .organisation = visitor.actor.organisation_name,
                                        .today = site.app().today(),
                                        .record = {.action = "/training/record",
                                                   .csrf_token = visitor.csrf_token,
                                                   .command = command,
                                                   .draft = std::string{record_draft}},
                                        .strike_out = {.action = "/training/record/strike-out",
                                                       .csrf_token = visitor.csrf_token,
                                                       .command = command + "-out",
                                                       .draft = {},
                                                       .page = "/training/record",
                                                       .id = "form-out"}});
    return site.page(request, visitor,
                     {.title = "Training record"_p,
                      .main = std::move(main),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

Later<Response> answer(Site& site, const Request& request, const Visitor& visitor, std::string draft,
                       Later<app::Outcome<Done>> later)
{
    return std::move(later).then(
        [&site, &request, visitor, draft = std::move(draft)](app::Outcome<Done> done) -> Response {
            if (!done) {
                const auto typed = as_new_form(request.form);
                return show(site, request, visitor, &typed, errors_of(done.error()));
            }
            if (!draft.empty()) app::forget_draft(site.app(), visitor.actor, draft);
            return see_other_saying(
                "/training/record",
                taken_out_of(request.form, {"provider", "content", "result", "evidence", "struck-why"}));
        });
}

learning::TrainingRecorded training_in(FormReader& read)
{
    learning::TrainingRecorded training;
    training.topic = learning::TopicId{read.needed("topic", "Choose what was taught"_p)};
    const auto kind = learning::kind_from_name(read.typed().text("kind"));
    if (!kind) read.wrong("kind", "Choose what kind of training it was"_p);
    training.kind = kind.value_or(learning::Kind::course);
    const auto on = read.date("on");
    if (!on && read.typed().text("on-day").empty()) read.wrong("on-day", "Say on which day it was"_p);
    training.on = on.value_or(Date{});
    if (!read.words("minutes").empty())
        training.minutes = number_in(read, "minutes", "Say how many minutes it took"_p).value_or(0);
    training.provider = read.needed("provider", "Say who gave it"_p);
    training.content_version = read.words("content");
    training.result = read.words("result");
    training.evidence = read.words("evidence");
    return training;
}

}  // namespace

Later<Response> get_my_training(Site& site, const Request& request, Visitor visitor)
{
    const auto mine = app::my_training(site.app(), site.shelf(), visitor.actor);
    if (!mine) return site.not_done(request, visitor, mine.error());
    return site.page(
        request, visitor,
        {.title = "My training"_p,
         .main = my_training_page(
             site.say(), {.mine = *mine, .curriculum = site.shelf().training, .zone = site.app().zone()})});
}

Later<Response> get_training_record(Site& site, const Request& request, Visitor visitor)
{
    return show(site, request, visitor, nullptr, {});
}

Later<Response> post_training_record(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const PersonId person{read.needed("person", "Choose a person"_p)};
    auto training = training_in(read);
    if (!read.errors().empty()) return show(site, request, visitor, &request.form, read.errors());
    return answer(
        site, request, visitor, std::string{record_draft},
        app::record_training(site.app(), site.shelf(), visitor.actor, command, person, std::move(training)));
}

Later<Response> post_strike_out(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const PersonId person{read.needed("struck-person", "Choose a person"_p)};
    const auto number = number_in(read, "struck-number", "Give the number of the record"_p);
    auto why = read.needed("struck-why", "Say why it was wrong"_p);
    if (!read.errors().empty()) return show(site, request, visitor, &request.form, read.errors());
    return answer(site, request, visitor, {},
                  app::strike_out_training(site.app(), visitor.actor, command, person, number.value_or(0),
                                           std::move(why)));
}

Later<Response> post_understood(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    std::string guide{request.form.text("guide")};
    const auto edition = number_in(read, "edition", "Open the guide again"_p);
    if (!read.errors().empty() || guide.empty()) return site.fault(Fault::bad_request);
    return app::confirm_guide(site.app(), site.shelf(), visitor.actor, command, guide, *edition)
        .then([&site, &request, visitor, guide](app::Outcome<Done> done) -> Response {
            // Confirmed before, in another window: that is what was wanted.
            const auto* why = done ? nullptr : std::get_if<learning::Refusal>(&done.error());
            const bool is_done = done || (why != nullptr && *why == learning::Refusal::already_understood);
            if (is_done) return see_other(fmt::format("/guides/{}", guide));
            return site.not_done(request, visitor, done.error());
        });
}

Html understood_of(Site& site, const Visitor& visitor, const guidance::OpenText& guide)
{
    if (!app::may(visitor.actor, access::Action::learn)) return {};
    const auto at = app::guide_understood(site.app(), visitor.actor, guide);
    const FormFields nothing_typed;
    const FormErrors nothing_wrong;
    const FormWriter form{site.say(), nothing_typed, nothing_wrong};
    return understood_part(form,
                           {.action = "/training/understood",
                            .csrf_token = visitor.csrf_token,
                            .command = site.new_command(),
                            .draft = {},
                            .page = "/guides/" + guide.name},
                           guide, at ? directory::words(site.app().zone().local(*at)) : std::string{});
}

Html training_today_of(Site& site, const Visitor& visitor)
{
    const auto today = app::training_today(site.app(), site.shelf(), visitor.actor);
    if (!today) return {};
    return training_today_part(site.say(), *today, site.shelf().training, site.app().zone());
}

}  // namespace safelead::web
