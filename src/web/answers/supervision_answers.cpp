#include "web/answers/supervision_answers.h"

#include "app/drafts.h"
#include "app/supervision.h"
#include "directory/local_time.h"
#include "web/answers/refusals.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/supervision_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

constexpr std::string_view supervision_draft = "supervision";

std::string when_words(const Site& site, const record::EventTime& time)
{
    if (time.instant) return directory::words(site.app().zone().local(*time.instant));
    if (time.day) return directory::long_date(*time.day);
    return time.words;
}

std::vector<Choice> choices_of(const std::vector<app::Colleague>& people)
{
    std::vector<Choice> choices;
    for (const auto& one : people)
        choices.push_back({.value = std::string{one.person.text()}, .label = text(one.name)});
    return choices;
}

Response draw(Site& site, const Request& request, const Visitor& visitor, const FormFields& typed,
              const FormErrors& errors)
{
    const auto all = app::supervisions(site.app(), visitor.actor);
    if (!all) return site.not_done(request, visitor, all.error());
    SupervisionPage page{.notes = {},
                         .leads = choices_of(all->leads),
                         .supervisors = choices_of(all->supervisors),
                         .frame = {.action = "/supervision",
                                   .csrf_token = visitor.csrf_token,
                                   .command = site.new_command(),
                                   .draft = std::string{supervision_draft}},
                         .is_recorded = request.query.find("saved").has_value()};
    const auto today = site.app().today();
    for (const auto& note : all->notes) {
        const auto& next = note.held.next;
        page.notes.push_back(
            {note.lead, note.supervisor, when_words(site, note.held.when), note.held.agreed,
             next ? directory::long_date(*next) : std::string{},
             fmt::format("{}, {}", note.by, directory::words(site.app().zone().local(note.at))),
             next && *next < today});
    }
    const FormWriter form{site.say(), typed, errors};
    return site.page(request, visitor,
                     {.title = "Supervision"_p,
                      .main = supervision_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

}  // namespace

Later<Response> get_supervision(Site& site, const Request& request, Visitor visitor)
{
    const auto typing = typing_of(site, visitor, supervision_draft, {}, {});
    return draw(site, request, visitor, typing.fields, {});
}

Later<Response> post_supervision(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    record::SupervisionHeld held{.by = visitor.actor.person,
                                 .lead = PersonId{read.needed("lead", "Choose whose supervision it was"_p)},
                                 .supervisor = PersonId{read.needed("supervisor", "Choose who supervised"_p)},
                                 .when = read.needed_event_time("when", "Say when it was"_p),
                                 .agreed = read.needed("agreed", "Write what was agreed"_p),
                                 .next = read.date("next")};
    if (!read.errors().empty()) return draw(site, request, visitor, request.form, read.errors());
    return app::record_supervision(site.app(), visitor.actor, command, std::move(held))
        .then([&site, &request, visitor](app::Outcome<std::size_t> done) -> Response {
            if (!done)
                return draw(site, request, visitor, as_new_form(request.form), errors_of(done.error()));
            app::forget_draft(site.app(), visitor.actor, supervision_draft);
            return see_other_saying("/supervision?saved=1", *done);
        });
}

}  // namespace safelead::web
