#include "web/answers/concern_answers.h"

#include "app/children.h"
#include "app/drafts.h"
#include "app/report_concern.h"
#include "app/ringing.h"
#include "base/text.h"
#include "web/answers/report_document_answers.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/staff_rings.h"
#include "web/answers/typing.h"
#include "web/forms/concern_form.h"
#include "web/pages/concern_page.h"
#include "web/pages/inbox_page.h"
#include "web/pages/no_reports_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

constexpr std::string_view draft_name = "concern";

std::vector<Listed> listed(const std::vector<app::ChildFound>& children)
{
    std::vector<Listed> all;
    for (const auto& child : children)
        all.push_back({std::string{child.child.text()}, child.name, child.year_group});
    return all;
}

Listed listed(const app::StaffMember& member)
{
    std::string detail;
    for (const auto role : member.roles.list())
        detail += fmt::format("{}{}", detail.empty() ? "" : ", ", directory::role_words(role));
    return {std::string{member.person.text()}, member.name, std::move(detail)};
}

bool matches(std::string_view name, std::string_view typed)
{
    return !trim(typed).empty() && ascii_lower(name).find(ascii_lower(trim(typed))) != std::string::npos;
}

std::vector<Listed> staff_matching(Site& site, const Visitor& visitor, std::string_view typed)
{
    std::vector<Listed> found;
    const auto staff = app::staff_of(site.app(), visitor.actor);
    if (!staff) return found;
    for (const auto& member : *staff)
        if (matches(member.name, typed) && found.size() < app::most_children_found)
            found.push_back(listed(member));
    return found;
}

void leave_out(std::vector<Listed>& found, const std::vector<Listed>& chosen)
{
    std::erase_if(found, [&chosen](const Listed& one) {
        return std::ranges::find(chosen, one.id, &Listed::id) != chosen.end();
    });
}

std::vector<Listed> children_chosen(Site& site, const Visitor& visitor, const FormFields& typed)
{
    std::vector<record::ChildId> ids;
    for (const auto id : typed.all("child")) ids.emplace_back(std::string{id});
    const auto children = app::children_by_id(site.app(), visitor.actor, ids);
    return children ? listed(*children) : std::vector<Listed>{};
}

std::vector<Listed> staff_chosen(Site& site, const Visitor& visitor, const FormFields& typed)
{
    std::vector<Listed> chosen;
    const auto ids = typed.all("staff");
    const auto staff = app::staff_of(site.app(), visitor.actor);
    if (!staff || ids.empty()) return chosen;
    for (const auto& member : *staff)
        if (std::ranges::find(ids, member.person.text()) != ids.end()) chosen.push_back(listed(member));
    return chosen;
}

Response show(Site& site, const Request& request, const Visitor& visitor, const FormFields& typed,
              const FormErrors& errors, bool restored)
{
    ConcernPage page{.frame = {.action = "/concerns/new",
                               .csrf_token = visitor.csrf_token,
                               .command = site.new_command(),
                               .draft = std::string{draft_name}},
                     .children_chosen = children_chosen(site, visitor, typed),
                     .children_found = {},
                     .staff_chosen = staff_chosen(site, visitor, typed),
                     .staff_found = {},
                     .searched = std::string{typed.text(ask_field)},
                     .lead = in_house_rings(app::ringing(site.app(), visitor.actor))};
    // Whatever stands in a search box is searched for again, so that a list does not vanish by pressing the
    // other button.
    if (const auto children = app::find_children(site.app(), visitor.actor, typed.text("child-search")))
        page.children_found = listed(*children);
    page.staff_found = staff_matching(site, visitor, typed.text("staff-search"));
    leave_out(page.children_found, page.children_chosen);
    leave_out(page.staff_found, page.staff_chosen);
    const FormWriter form{site.say(), typed, errors};
    Html main;
    if (restored) main << restored_notice(site, visitor, request, draft_name, std::nullopt);
    main << concern_form_page(form, page);
    return site.page(request, visitor,
                     {.title = "Report a concern"_p,
                      .main = std::move(main),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

/// Whoever was on the list when they were chosen may have been erased since: the form comes back without
/// them.
FormErrors why_not_reported(const app::NotDone& why)
{
    if (!std::holds_alternative<app::NotThere>(why)) return errors_of(why);
    return {
        {"child",
         "A child you chose is not on the list any more. Your report was not sent, and nothing you typed is "
         "lost: choose the child again, or write who it is under “not on the list”, and send it again"_p}};
}

std::string json_text(std::string_view words)
{
    std::string out = "\"";
    for (const char c : words) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += ' ';
        else
            out += c;
    }
    return out + "\"";
}

Response json_of(const std::vector<Listed>& all)
{
    std::string json = "[";
    for (const auto& one : all)
        json += fmt::format("{}{{\"id\":{},\"name\":{},\"detail\":{}}}", json.size() > 1 ? "," : "",
                            json_text(one.id), json_text(one.name), json_text(one.detail));
    return json_response(json + "]");
}

}  // namespace

std::optional<Response> cannot_report(Site& site, const Request& request, const Visitor& visitor)
{
    const auto may_report = access::permit(visitor.actor.who(), access::Action::report_concern,
                                           access::of_organisation(visitor.actor.organisation));
    if (may_report) return std::nullopt;
    if (may_report.error() != access::WhyNot::no_reports_here)
        return site.not_done(request, visitor, app::NotAllowed{may_report.error()});
    const auto rings = rings_for_need(app::ringing(site.app(), visitor.actor), directory::Need::refer);
    return site.page(request, visitor,
                     {.title = "No report can be sent from here"_p,
                      .main = no_reports_page(site.say(), visitor.actor.organisation_name, rings),
                      .status = Status::forbidden});
}

Later<Response> get_new_concern(Site& site, const Request& request, Visitor visitor)
{
    if (auto refused = cannot_report(site, request, visitor)) return *std::move(refused);
    const auto typing = typing_of(site, visitor, draft_name, std::nullopt);
    return show(site, request, visitor, typing.fields, {}, typing.restored);
}

Later<Response> post_new_concern(Site& site, const Request& request, Visitor visitor)
{
    if (auto refused = cannot_report(site, request, visitor)) return *std::move(refused);
    if (request.form.text(ask_field).starts_with("find-"))
        return show(site, request, visitor, request.form, {}, false);
    if (request.form.text(ask_field) == ask_for_document)
        return leave_report_for_document(site, visitor, request.form);
    auto typed = parse_concern(request.form, site.app().zone());
    if (!typed) return show(site, request, visitor, request.form, typed.error(), false);
    return app::report_concern(site.app(), visitor.actor, typed->command, typed->report)
        .then([&site, &request, visitor](app::Outcome<app::Reported> reported) -> Response {
            if (!reported)
                return show(site, request, visitor, as_new_form(request.form),
                            why_not_reported(reported.error()), false);
            app::forget_draft(site.app(), visitor.actor, draft_name);
            return see_other_saying(fmt::format("/concerns/{}/sent", reported->reference.text()),
                                    reported->taken_out);
        });
}

Later<Response> get_concern_sent(Site& site, const Request& request, Visitor visitor)
{
    const record::Reference reference{std::string{request.path_value("ref")}};
    const auto report = app::my_report(site.app(), visitor.actor, reference);
    if (!report) return site.not_done(request, visitor, report.error());
    const auto ringing = app::ringing(site.app(), visitor.actor);
    ConcernSentPage page{.reference = std::string{reference.text()},
                         .danger = report->danger_now == record::Answer::yes,
                         .routed_to = report->routed_to,
                         .lead = rings_past(ringing, report->routed_to),
                         .agencies = rings_for_need(ringing, directory::Need::refer),
                         .lado = {},
                         .taken_out = request.query.find("taken-out").has_value()};
    if (report->staff_may_be_involved) page.lado = rings_for_need(ringing, directory::Need::allegation);
    return site.page(request, visitor,
                     {.title = "Your report is recorded"_p,
                      .main = concern_sent_page(site.say(), page),
                      .taken_out = TakenOut::said_within});
}

namespace {

Response show_my_reports(Site& site, const Request& request, const Visitor& visitor, const FormFields& typed,
                         const FormErrors& errors, std::string_view returned)
{
    const auto reports = app::my_reports(site.app(), visitor.actor);
    if (!reports) return site.not_done(request, visitor, reports.error());
    std::vector<MyReport> lines;
    for (const auto& report : *reports) {
        const std::string reference{report.reference.text()};
        lines.push_back({.reference = reference,
                         .reported = directory::words(site.app().zone().local(report.reported_at)),
                         .read = report.read_at.has_value(),
                         .acted_on = report.being_acted_on,
                         .still_worried = report.said_still_worried,
                         .by_way_of = report.by_way_of,
                         .worried = {.action = fmt::format("/concerns/{}/still-worried", reference),
                                     .csrf_token = visitor.csrf_token,
                                     .command = site.new_command(),
                                     .draft = "worried-" + reference,
                                     .page = "/my-reports",
                                     .id = "form-" + reference}});
    }
    // A kept typing belongs to one report; the first that has one is shown open.
    FormFields fields = typed;
    std::string open{returned};
    for (const auto& line : lines) {
        if (!open.empty()) break;
        auto typing = typing_of(site, visitor, line.worried.draft, std::nullopt);
        if (!typing.restored) continue;
        fields = std::move(typing.fields);
        open = line.reference;
    }
    const FormWriter form{site.say(), fields, errors};
    Html main;
    if (errors.empty() && !open.empty())
        main << restored_notice(site, visitor, request, "worried-" + open, std::nullopt);
    main << my_reports_page(form, lines, open);
    return site.page(request, visitor,
                     {.title = "My reports"_p,
                      .main = std::move(main),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

}  // namespace

Later<Response> get_my_reports(Site& site, const Request& request, Visitor visitor)
{
    // What was sent before nobody could send any from here is still theirs (docs/adr/0242).
    if (auto refused = cannot_report(site, request, visitor)) {
        const auto reports = app::my_reports(site.app(), visitor.actor);
        if (!reports || reports->empty()) return *std::move(refused);
    }
    return show_my_reports(site, request, visitor, {}, {}, {});
}

Later<Response> post_still_worried(Site& site, const Request& request, Visitor visitor)
{
    const record::Reference reference{std::string{request.path_value("ref")}};
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto words =
        read.needed(fmt::format("words-{}", reference.text()), "Say what you are still worried about"_p);
    if (!read.errors().empty())
        return show_my_reports(site, request, visitor, request.form, read.errors(), reference.text());
    return app::still_worried(site.app(), visitor.actor, command, reference, std::move(words))
        .then([&site, &request, visitor, reference](app::Outcome<app::StillWorriedKept> kept) -> Response {
            if (!kept)
                return show_my_reports(site, request, visitor, as_new_form(request.form),
                                       errors_of(kept.error()), reference.text());
            app::forget_draft(site.app(), visitor.actor, fmt::format("worried-{}", reference.text()));
            return see_other_saying("/my-reports", kept->taken_out);
        });
}

Later<Response> post_find_children(Site& site, const Request& request, Visitor visitor)
{
    const auto found = app::find_children(site.app(), visitor.actor, request.form.text("q"));
    if (!found) return site.fault(Fault::forbidden);
    return json_of(listed(*found));
}

Later<Response> post_find_staff(Site& site, const Request& request, Visitor visitor)
{
    return json_of(staff_matching(site, visitor, request.form.text("q")));
}

}  // namespace safelead::web
