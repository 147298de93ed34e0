#include "web/answers/today_answers.h"

#include "app/drafts.h"
#include "app/openings.h"
#include "app/tasks.h"
#include "directory/local_time.h"
#include "web/answers/conversation_answers.h"
#include "web/answers/referrals_today.h"
#include "web/answers/refusals.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/training_record_answers.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/actions_page.h"
#include "web/pages/openings_page.h"
#include "web/pages/sign_in_changes.h"
#include "web/pages/today_page.h"
#include "web/pages/words.h"
#include "web/site.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

constexpr std::string_view hand_over_draft = "hand-over";

TaskLine line_of(const Site& site, const app::WaitingTask& waiting, const app::WaitingWork& work)
{
    constexpr std::chrono::hours soon{2};
    const auto& task = *waiting.task;
    TaskLine line;
    line.reference = waiting.in->reference.text();
    line.words = task.set.words;
    line.due = directory::words(site.app().zone().local(task.set.due));
    line.owner = task.owner ? work.names.of(*task.owner) : site.say().plain(owner_words(task.set.owner));
    line.is_own = waiting.whose == app::Whose::own;
    line.is_passed_up = waiting.whose == app::Whose::passed_up;
    line.is_for_now = is_for_now(task);
    line.is_overdue = task.set.due < work.now;
    line.is_soon = task.set.due < work.now + soon;
    line.owner_is_away = waiting.owner_is_away;
    return line;
}

Response draw_caseload(Site& site, const Request& request, const Visitor& visitor, const FormFields& typed,
                       const FormErrors& errors)
{
    const auto loads = app::caseloads(site.app(), visitor.actor);
    if (!loads) return site.not_done(request, visitor, loads.error());
    LoadPage page{.loads = {},
                  .frame = {.action = "/caseload",
                            .csrf_token = visitor.csrf_token,
                            .command = site.new_command(),
                            .draft = std::string{hand_over_draft}},
                  .done = {}};
    for (const auto& load : *loads)
        page.loads.push_back({std::string{load.lead.text()}, load.name, load.is_away,
                              fmt::format("{}", load.open_cases), fmt::format("{}", load.tasks),
                              fmt::format("{}", load.overdue), fmt::format("{}", load.sign_offs_awaited)});
    if (const auto cases = request.query.find("cases"))
        page.done = site.say().plain("Handed over. Cases: {0}, other tasks: {1}, not possible: {2}."_p,
                                     {*cases, request.query.text("tasks"), request.query.text("left")});
    const FormWriter form{site.say(), typed, errors};
    return site.page(request, visitor,
                     {.title = "Who has how much"_p,
                      .main = caseload_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

}  // namespace

Later<Response> get_today(Site& site, const Request& request, Visitor visitor)
{
    Html main;
    main << sign_in_news(site.say(), app::sign_in_changes(site.app(), visitor.actor.person))
         << openings_notice(site.say(), app::openings_to_look_at(site.app(), visitor.actor));
    const auto sent = sent_referrals(site, visitor);
    const auto first = referrals_first(site, visitor, sent);
    if (app::may(visitor.actor, access::Action::see_inbox)) {
        const auto work = app::waiting_work(site.app(), visitor.actor);
        if (!work) return site.not_done(request, visitor, work.error());
        std::vector<TaskLine> lines;
        for (const auto& waiting : work->tasks) lines.push_back(line_of(site, waiting, *work));
        main << late_conversations(site, visitor) << today_page(site.say(), lines, first);
    } else {
        main << today_without_cases(site.say()) << first;
    }
    main << training_today_of(site, visitor);
    main << referrals_waiting(site, sent);
    return site.page(request, visitor, {.title = "Today"_p, .main = std::move(main)});
}

Later<Response> get_caseload(Site& site, const Request& request, Visitor visitor)
{
    const auto typing = typing_of(site, visitor, hand_over_draft, {}, {});
    return draw_caseload(site, request, visitor, typing.fields, {});
}

Later<Response> post_hand_over(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const PersonId from{read.needed("from", "Choose from whom"_p)};
    const PersonId to{read.needed("to", "Choose to whom"_p)};
    auto why = read.needed("why", "Say why"_p);
    if (from == to && !from.text().empty()) read.wrong("to", "Choose somebody else"_p);
    if (!read.errors().empty()) return draw_caseload(site, request, visitor, request.form, read.errors());
    return app::hand_over(site.app(), visitor.actor, command, from, to, std::move(why))
        .then([&site, &request, visitor](app::Outcome<app::HandedOver> done) -> Response {
            if (!done) return draw_caseload(site, request, visitor, request.form, errors_of(done.error()));
            app::forget_draft(site.app(), visitor.actor, hand_over_draft);
            return see_other_saying(
                fmt::format("/caseload?cases={}&tasks={}&left={}", done->cases, done->tasks, done->left),
                done->taken_out);
        });
}

}  // namespace safelead::web
