#include "web/answers/concern_reading.h"

#include "app/packs.h"
#include "app/ringing.h"
#include "base/overloaded.h"
#include "web/answers/staff_rings.h"
#include "web/answers/typing.h"
#include "web/pages/case_view.h"
#include "web/pages/readers_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

namespace safelead::web {

namespace {

/// As many as one page can be chosen from.
constexpr std::size_t most_others = 100;

std::string joined(const std::set<std::string>& names)
{
    std::string all;
    for (const auto& name : names) all += fmt::format("{}{}", all.empty() ? "" : ", ", name);
    return all;
}

std::string in_words(const Site& site, const record::EventTime& time)
{
    std::string known;
    if (time.instant)
        known = directory::words(site.app().zone().local(*time.instant));
    else if (time.day)
        known = directory::long_date(*time.day);
    if (known.empty() || known == time.words) return time.words;
    return time.words.empty() ? known : fmt::format("{} (“{}”)", known, time.words);
}

std::vector<std::string> said_since(const Site& site, const record::Concern& concern)
{
    std::vector<std::string> said;
    const auto& say = site.say();
    for (const auto& happened : concern.history)
        if (const auto* worried = std::get_if<record::StillWorried>(happened.event.get()))
            said.push_back(
                say.plain("Still worried, {0}: {1}"_p,
                          {directory::words(site.app().zone().local(happened.at)), worried->words}));
    return said;
}

/// Others that wait, for a case of several concerns about one incident.
std::vector<InboxLine> others(Site& site, const Visitor& visitor, const record::Concern& concern)
{
    std::vector<InboxLine> lines;
    const auto inbox = app::inbox(site.app(), visitor.actor, {0, most_others});
    if (!inbox) return lines;
    for (const auto& other : inbox->concerns)
        if (other->reported.concern != concern.reported.concern)
            lines.push_back(inbox_line(site, *other, inbox->names));
    return lines;
}

FormFrame frame_for(const Site& site, const Visitor& visitor, std::string_view reference,
                    std::string_view what)
{
    return {.action = fmt::format("/concerns/{}/{}", reference, what),
            .csrf_token = visitor.csrf_token,
            .command = site.new_command(),
            .draft = {},
            .page = fmt::format("/concerns/{}", reference),
            .id = fmt::format("form-{}", what)};
}

ConcernReadPage page_of(Site& site, const Visitor& visitor, const app::ConcernView& shown)
{
    const auto& concern = *shown.it;
    const auto& reported = concern.reported;
    const std::string reference{reported.reference.text()};
    ConcernReadPage page{.reported = reported,
                         .state = concern.state,
                         .reporter = shown.names.of(reported.by),
                         .by_way_of = concern.by_way_of,
                         .reported_at = directory::words(site.app().zone().local(concern.reported_at)),
                         .when = in_words(site, reported.when),
                         .children = {},
                         .involved = {},
                         .later = said_since(site, concern),
                         .case_reference = shown.in ? std::string{shown.in->reference.text()} : std::string{},
                         .open_cases = {},
                         .others = {},
                         .open_case = frame_for(site, visitor, reference, "open-case"),
                         .join = frame_for(site, visitor, reference, "join"),
                         .keep = frame_for(site, visitor, reference, "keep"),
                         .may_settle = shown.may_settle,
                         .rings = {}};
    page.keep.draft = "keep-" + reference;
    for (const auto& child : reported.children) {
        page.children.push_back(shown.names.of(child));
        if (app::may(visitor.actor, access::Action::read_child))
            page.child_addresses.push_back(fmt::format("/children/{}", child.text()));
    }
    for (const auto& person : reported.people_involved) page.involved.push_back(shown.names.of(person));
    for (const auto& one : shown.open_cases) page.open_cases.push_back(case_line(site, *one, shown.names));
    if (shown.may_settle && page.case_reference.empty()) page.others = others(site, visitor, concern);
    if (reported.danger_now == record::Answer::yes)
        page.rings = rings_for_need(app::ringing(site.app(), visitor.actor), directory::Need::refer);
    return page;
}

}  // namespace

InboxLine inbox_line(const Site& site, const record::Concern& concern, const app::Names& names)
{
    std::set<std::string> children;
    for (const auto& child : concern.reported.children) children.insert(names.of(child));
    return {.reference = std::string{concern.reported.reference.text()},
            .who = joined(children),
            .reported = directory::words(site.app().zone().local(concern.reported_at)),
            .reporter = names.of(concern.reported.by),
            .danger_now = concern.reported.danger_now,
            .state = concern.state,
            .still_worried = concern.still_worried,
            .escalated = concern.escalated_at.has_value(),
            .told_in_person = concern.reported.told_lead_in_person == record::Answer::yes};
}

CaseLine case_line(const Site& site, const record::Case& state, const app::Names& names)
{
    std::set<std::string> people;
    for (const auto& person : state.people)
        people.insert(person.child ? names.of(*person.child) : person.called);
    CaseLine line{.reference = std::string{state.reference.text()},
                  .who = joined(people),
                  .opened = directory::words(site.app().zone().local(state.opened_at)),
                  .route = {},
                  .next = {},
                  .state = state.state};
    const auto* pack = site.app().packs().find(state.edition);
    if (pack == nullptr) return line;
    if (const auto* decision = state.decision())
        line.route = site.say().plain("Decided: {0}"_p, {pack->term(decision->made.route)});
    else if (state.advice)
        line.route = site.say().plain("Advised: {0}"_p, {pack->term(state.advice->advice.route)});
    return line;
}

Later<Response> show_concern(Site& site, const Request& request, Visitor visitor, FormFields typed,
                             FormErrors errors)
{
    const record::Reference reference{std::string{request.path_value("ref")}};
    return app::read_concern(site.app(), visitor.actor, reference)
        .then([&site, &request, visitor, reference, typed = std::move(typed),
               errors = std::move(errors)](app::Outcome<app::ConcernView> shown) -> Response {
            if (!shown) return site.not_done(request, visitor, shown.error());
            const auto keep = fmt::format("keep-{}", reference.text());
            Typing typing{typed, false};
            if (typed.empty()) typing = typing_of(site, visitor, keep, std::nullopt);
            const FormWriter form{site.say(), typing.fields, errors};
            Html main;
            if (typing.restored) main << restored_notice(site, visitor, request, keep, std::nullopt);
            main << concern_read_page(form, page_of(site, visitor, *shown));
            if (shown->may_see_reads)
                main << readers_link(site.say(), fmt::format("/concerns/{}", reference.text()),
                                     "Who has read this concern"_p);
            return site.page(request, visitor,
                             {.title = "Concern {0}"_p,
                              .main = std::move(main),
                              .about = std::string{reference.text()},
                              .status = errors.empty() ? Status::ok : Status::unprocessable});
        });
}

}  // namespace safelead::web
