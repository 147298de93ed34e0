#include "web/answers/register_answers.h"

#include "app/drafts.h"
#include "app/open_shelf.h"
#include "app/taken_out.h"
#include "app/training.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/register_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace safelead::web {

namespace {

constexpr std::string_view plan_draft = "plan-training";
constexpr std::size_t most_people = 1'000;

learning::SessionReference session_in(const Request& request)
{
    return learning::SessionReference{std::string{request.path_value("session")}};
}

std::string cancel_draft(const Request& request)
{
    return fmt::format("cancel-training-{}", request.path_value("session"));
}

Response show_plan(Site& site, const Request& request, const Visitor& visitor, const FormFields* typed,
                   const FormErrors& errors)
{
    if (!app::may(visitor.actor, access::Action::run_training))
        return site.not_done(request, visitor, app::NotAllowed{access::WhyNot::not_their_role});
    Typing typing{typed != nullptr ? *typed : FormFields{}, false};
    if (typed == nullptr) typing = typing_of(site, visitor, plan_draft, std::nullopt);
    const FormWriter form{site.say(), typing.fields, errors};
    Html main;
    if (typing.restored) main << restored_notice(site, visitor, request, plan_draft, std::nullopt);
    main << plan_page(form,
                      {.action = "/training/plan",
                       .csrf_token = visitor.csrf_token,
                       .command = site.new_command(),
                       .draft = std::string{plan_draft}},
                      site.shelf().training);
    return site.page(request, visitor,
                     {.title = "Plan a session"_p,
                      .main = std::move(main),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

app::NewTraining planned_in(FormReader& read, const directory::Zone& zone)
{
    using learning::Audience;
    constexpr std::array audiences{Option<Audience>{"partnership", Audience::partnership},
                                   Option<Audience>{"organisation", Audience::organisation}};
    app::NewTraining planned;
    planned.topic = learning::TopicId{read.needed("topic", "Choose what is taught"_p)};
    const auto kind = learning::kind_from_name(read.typed().text("kind"));
    if (!kind) read.wrong("kind", "Choose what kind of training it is"_p);
    planned.kind = kind.value_or(learning::Kind::course);
    const auto day = read.date("starts");
    if (!day && read.errors().empty()) read.wrong("starts-day", "Say on which day it is"_p);
    const auto time = read.time_of_day("time");
    if (!time) read.wrong("time", "Say from when"_p);
    if (day && time) planned.starts = zone.instant({*day, *time});
    planned.minutes = number_in(read, "minutes", "Say how many minutes it takes"_p).value_or(0);
    planned.where = read.needed("where", "Say where it is"_p);
    planned.places = number_in(read, "places", "Say how many places there are"_p).value_or(0);
    const auto audience = read.choice<Audience>("audience", audiences);
    if (!audience) read.wrong("audience", "Say who may come"_p);
    planned.audience = audience.value_or(Audience::organisation);
    planned.content_version = read.words("content");
    planned.about = read.words("about");
    return planned;
}

/// How the register was left.
FormFields fields_of(const app::RegisterView& view)
{
    FormFields fields;
    for (const auto& line : view.expected) {
        if (line.mark == nullptr) continue;
        const std::string id{line.person.text()};
        fields.add("mark-" + id, line.mark->mark == learning::Mark::present ? "present" : "absent");
        fields.add("why-" + id, line.mark->why);
    }
    return fields;
}

Response show_register(Site& site, const Request& request, const Visitor& visitor, const FormFields* typed,
                       const FormErrors& errors)
{
    const auto view = app::see_register(site.app(), visitor.actor, session_in(request));
    if (!view) return site.not_done(request, visitor, view.error());
    const auto fields = typed != nullptr ? *typed : fields_of(*view);
    const FormWriter form{site.say(), fields, errors};
    return site.page(
        request, visitor,
        {.title = "Register of session {0}"_p,
         .main = register_page(form, {.view = *view,
                                      .topic = site.shelf().training.topic(view->session.it->planned.topic),
                                      .zone = site.app().zone(),
                                      .now = site.app().now(),
                                      .csrf_token = visitor.csrf_token,
                                      .command = site.new_command(),
                                      .is_kept = request.query.text("kept") == "1"}),
         .about = std::string{view->session.it->planned.reference.text()},
         .status = errors.empty() ? Status::ok : Status::unprocessable});
}

Later<Response> answer(Site& site, const Request& request, const Visitor& visitor, std::string to,
                       std::size_t taken_out, Later<app::Outcome<Done>> later)
{
    return std::move(later).then(
        [&site, &request, visitor, to = std::move(to), taken_out](app::Outcome<Done> done) -> Response {
            if (done) {
                if (request.path.ends_with("/cancel"))
                    app::forget_draft(site.app(), visitor.actor, cancel_draft(request));
                return see_other_saying(to, taken_out);
            }
            if (std::holds_alternative<app::NotThere>(done.error())) return site.fault(Fault::not_found);
            const auto typed = as_new_form(request.form);
            return show_register(site, request, visitor, &typed, errors_of(done.error()));
        });
}

std::vector<learning::ToMark> marks_in(FormReader& read)
{
    using learning::Mark;
    std::vector<learning::ToMark> marks;
    const auto& typed = read.typed();
    for (const auto id : typed.all("person")) {
        const auto said = typed.text(fmt::format("mark-{}", id));
        if (said != "present" && said != "absent") continue;
        const auto mark = said == "present" ? Mark::present : Mark::absent;
        auto why = mark == Mark::absent ? read.words(fmt::format("why-{}", id)) : std::string{};
        marks.push_back({PersonId{std::string{id}}, OrganisationId{""}, mark, std::move(why)});
        if (marks.size() > most_people) break;
    }
    for (const auto id : typed.all("walked-in"))
        if (marks.size() <= most_people)
            marks.push_back({PersonId{std::string{id}}, OrganisationId{""}, Mark::present, {}});
    return marks;
}

}  // namespace

std::optional<int> number_in(FormReader& read, std::string_view field, const Phrase& missing)
{
    const auto typed = read.words(field);
    int number = 0;
    const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    const bool is_number = fault == std::errc{} && end == typed.data() + typed.size() && typed.size() <= 4;
    if (is_number && number >= 0) return number;
    read.wrong(field, typed.empty() ? missing : "Write it as a number, like 30"_p);
    return std::nullopt;
}

Later<Response> get_plan_training(Site& site, const Request& request, Visitor visitor)
{
    return show_plan(site, request, visitor, nullptr, {});
}

Later<Response> post_plan_training(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto planned = planned_in(read, site.app().zone());
    if (!read.errors().empty()) return show_plan(site, request, visitor, &request.form, read.errors());
    return app::plan_training(site.app(), site.shelf().training, visitor.actor, command, std::move(planned))
        .then([&site, &request, visitor](app::Outcome<learning::SessionReference> done) -> Response {
            if (!done) {
                const auto typed = as_new_form(request.form);
                return show_plan(site, request, visitor, &typed, errors_of(done.error()));
            }
            app::forget_draft(site.app(), visitor.actor, plan_draft);
            return see_other_saying(fmt::format("/training/{}", done->text()),
                                    taken_out_of(request.form, {"where", "about", "content"}));
        });
}

Later<Response> get_register(Site& site, const Request& request, Visitor visitor)
{
    return show_register(site, request, visitor, nullptr, {});
}

Later<Response> post_register(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto marks = marks_in(read);
    if (!read.errors().empty()) return show_register(site, request, visitor, &request.form, read.errors());
    std::vector<std::string> whys;
    for (const auto& mark : marks) whys.push_back(mark.why);
    return answer(site, request, visitor,
                  fmt::format("/training/{}/register?kept=1", request.path_value("session")),
                  app::taken_out_of(std::move(whys)),
                  app::change_training(site.app(), visitor.actor, command, session_in(request),
                                       learning::KeepRegister{visitor.actor.person, std::move(marks)}));
}

Later<Response> post_open_code(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return show_register(site, request, visitor, nullptr, read.errors());
    return answer(site, request, visitor, fmt::format("/training/{}/register", request.path_value("session")),
                  0, app::open_attendance_code(site.app(), visitor.actor, command, session_in(request)));
}

Later<Response> post_cancel_training(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto why = read.needed("cancel-why", "Say why it is cancelled"_p);
    if (!read.errors().empty()) return show_register(site, request, visitor, &request.form, read.errors());
    return answer(site, request, visitor, fmt::format("/training/{}", request.path_value("session")),
                  taken_out_of(request.form, {"cancel-why"}),
                  app::change_training(site.app(), visitor.actor, command, session_in(request),
                                       learning::CancelSession{visitor.actor.person, std::move(why)}));
}

}  // namespace safelead::web
