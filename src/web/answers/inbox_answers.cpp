#include "web/answers/inbox_answers.h"

#include "app/cases.h"
#include "app/concerns.h"
#include "app/drafts.h"
#include "app/find_cases.h"
#include "app/openings.h"
#include "app/packs.h"
#include "record/what_is_open.h"
#include "web/answers/concern_reading.h"
#include "web/answers/conversation_answers.h"
#include "web/answers/paging.h"
#include "web/answers/saying_taken_out.h"
#include "web/forms/form_reader.h"
#include "web/html/components.h"
#include "web/pages/actions_page.h"
#include "web/pages/inbox_page.h"
#include "web/pages/openings_page.h"
#include "web/pages/sign_in_changes.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

CaseLine line_of(const Site& site, const app::ListedCase& one, const app::Names& names)
{
    const auto& state = *one.it;
    auto line = case_line(site, state, names);
    line.waits_for_sign_off = one.sign_off_awaited;
    if (const auto tasks = record::tasks_to_do(state); !tasks.empty()) {
        line.next = tasks.front()->set.words;
        line.overdue = !is_for_now(*tasks.front()) && tasks.front()->set.due < site.app().now();
    }
    return line;
}

/// Looking for somebody is a POST, so that no name is ever in an address.
FormFrame find_frame(const Visitor& visitor)
{
    return {.action = "/cases/find", .csrf_token = visitor.csrf_token, .command = {}, .draft = {}};
}

/// Part of the record does not open: said first, so that nobody takes an empty list for a quiet day.
Html stopped_warning(const Speaker& say, std::size_t stopped)
{
    if (stopped == 0) return {};
    return WarningText{
        .content =
            say("Part of the record does not open, so something may be missing from this page. Tell whoever "
                "runs Safelead at once."_p)};
}

}  // namespace

Later<Response> get_inbox(Site& site, const Request& request, Visitor visitor)
{
    const auto window = window_asked(request);
    const auto inbox = app::inbox(site.app(), visitor.actor, window);
    if (!inbox) return site.not_done(request, visitor, inbox.error());
    if (auto last = last_page_instead("/inbox", window, inbox->in_all)) return *std::move(last);
    std::vector<InboxLine> lines;
    for (const auto& concern : inbox->concerns) lines.push_back(inbox_line(site, *concern, inbox->names));
    Html main;
    main << sign_in_news(site.say(), app::sign_in_changes(site.app(), visitor.actor.person))
         << stopped_warning(site.say(), inbox->stopped)
         << openings_notice(site.say(), app::openings_to_look_at(site.app(), visitor.actor))
         << late_conversations(site, visitor) << inbox_page(site.say(), lines)
         << page_links(site.say(), "/inbox", window, inbox->in_all) << conversations_waiting(site, visitor);
    return site.page(request, visitor, {.title = "Inbox"_p, .main = std::move(main)});
}

Later<Response> get_cases(Site& site, const Request& request, Visitor visitor)
{
    const auto window = window_asked(request);
    const auto list = app::list_cases(site.app(), visitor.actor, window);
    if (!list) return site.not_done(request, visitor, list.error());
    if (auto last = last_page_instead("/cases", window, list->in_all)) return *std::move(last);
    std::vector<CaseLine> lines;
    for (const auto& one : list->cases) lines.push_back(line_of(site, one, list->names));
    const FormFields nothing_typed;
    const FormErrors nothing_wrong;
    const FormWriter form{site.say(), nothing_typed, nothing_wrong};
    Html main;
    main << stopped_warning(site.say(), list->stopped) << cases_page(form, find_frame(visitor), lines)
         << page_links(site.say(), "/cases", window, list->in_all);
    return site.page(request, visitor, {.title = "Cases"_p, .main = std::move(main)});
}

Later<Response> post_find_cases(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    constexpr Option<app::CaseStatus> statuses[] = {{"open", app::CaseStatus::open},
                                                    {"closed", app::CaseStatus::closed},
                                                    {"undecided", app::CaseStatus::undecided},
                                                    {"sign-off", app::CaseStatus::sign_off},
                                                    {"overdue", app::CaseStatus::overdue_task}};
    const app::CasesAsked asked{
        .typed = read.words("q"),
        .status = read.choice<app::CaseStatus>("status", statuses).value_or(app::CaseStatus::any),
        .from = read.date("from"),
        .until = read.date("until")};
    if (!read.errors().empty()) {
        const FormWriter wrong{site.say(), request.form, read.errors()};
        Html main;
        main << wrong.error_summary() << cases_found_page(wrong, find_frame(visitor), {}, MoreFound::none);
        return site.page(
            request, visitor,
            {.title = "Cases found"_p, .main = std::move(main), .status = Status::unprocessable});
    }
    return app::find_cases(site.app(), visitor.actor, asked)
        .then([&site, &request, visitor](app::Outcome<app::CasesFound> found) -> Response {
            if (!found) return site.not_done(request, visitor, found.error());
            std::vector<CaseLine> lines;
            for (const auto& one : found->cases) lines.push_back(line_of(site, one, found->names));
            const FormErrors nothing_wrong;
            const FormWriter form{site.say(), request.form, nothing_wrong};
            return site.page(
                request, visitor,
                {.title = "Cases found"_p,
                 .main = cases_found_page(form, find_frame(visitor), lines,
                                          found->is_all ? MoreFound::none : MoreFound::perhaps)});
        });
}

Later<Response> get_concern(Site& site, const Request& request, Visitor visitor)
{
    return show_concern(site, request, std::move(visitor), {}, {});
}

Later<Response> post_open_case(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    std::vector<record::Reference> concerns{record::Reference{std::string{request.path_value("ref")}}};
    for (const auto other : request.form.all("with")) concerns.emplace_back(std::string{other});
    if (!read.errors().empty())
        return show_concern(site, request, std::move(visitor), request.form, read.errors());
    return app::open_case(site.app(), visitor.actor, command, std::move(concerns))
        .then([&site, &request, visitor](app::Outcome<app::CaseOpened> opened) -> Later<Response> {
            if (!opened) return show_concern(site, request, visitor, request.form, errors_of(opened.error()));
            return see_other(fmt::format("/cases/{}", opened->reference.text()));
        });
}

Later<Response> post_join_case(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const record::Reference to{read.needed("case", "Choose a case"_p)};
    if (!read.errors().empty())
        return show_concern(site, request, std::move(visitor), request.form, read.errors());
    return app::join_concern(site.app(), visitor.actor, command, to,
                             record::Reference{std::string{request.path_value("ref")}})
        .then([&site, &request, visitor, to](app::Outcome<app::CaseChanged> joined) -> Later<Response> {
            if (!joined) return show_concern(site, request, visitor, request.form, errors_of(joined.error()));
            return see_other(fmt::format("/cases/{}?saved=1", to.text()));
        });
}

Later<Response> post_keep_without_case(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto reason = read.needed("reason", "Say why no case is needed"_p);
    if (!read.errors().empty())
        return show_concern(site, request, std::move(visitor), request.form, read.errors());
    const record::Reference reference{std::string{request.path_value("ref")}};
    return app::keep_without_case(site.app(), visitor.actor, command, reference, std::move(reason))
        .then(
            [&site, &request, visitor, reference](app::Outcome<app::ConcernSettled> kept) -> Later<Response> {
                if (!kept) return show_concern(site, request, visitor, request.form, errors_of(kept.error()));
                app::forget_draft(site.app(), visitor.actor, fmt::format("keep-{}", reference.text()));
                return see_other_saying("/inbox", kept->taken_out);
            });
}

}  // namespace safelead::web
