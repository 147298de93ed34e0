// A referral that is begun: to whom, and of which children.

#include "app/cases.h"
#include "app/open_shelf.h"
#include "app/who_to_ring.h"
#include "base/text.h"
#include "web/answers/referral_answers.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/forms/referral_form.h"
#include "web/pages/referral_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace safelead::web {

namespace {

/// Where children of the case live, and where the school is: those that have a page of arrangements.
std::vector<std::string> areas_to_show(Site& site, const Visitor& visitor,
                                       const std::vector<app::HomeOf>& homes)
{
    std::vector<std::string> areas;
    const auto add = [&](const std::string& area) {
        if (site.app().local().arrangements_of(area) != nullptr &&
            std::ranges::find(areas, area) == areas.end())
            areas.push_back(area);
    };
    for (const auto& home : homes) add(home.area);
    add(app::own_area(site.app(), visitor.actor));
    return areas;
}

constexpr Option<record::AgencyKind> kinds_not_here[] = {
    {"social_care", record::AgencyKind::social_care},
    {"police", record::AgencyKind::police},
    {"lado", record::AgencyKind::lado},
    {"local_authority", record::AgencyKind::local_authority},
    {"other", record::AgencyKind::other},
    {"not_known", record::AgencyKind::not_known},
};

/// The referral that this one goes on from, if the case has it.
std::shared_ptr<const record::Referral> followed_by(Site& site, const Visitor& visitor,
                                                    const record::Reference& of, const std::string& follows)
{
    if (follows.empty()) return nullptr;
    const auto view = app::sent_referral(site.app(), visitor.actor, of, record::Reference{follows});
    return view ? view->it : nullptr;
}

/// For the agency that its receiver named, and of the same children, until somebody chooses otherwise.
FormFields going_on_from(const record::Referral& before, const NewReferralPage& page)
{
    FormFields fields;
    for (const auto& child : before.children) fields.add("child", std::string{child.ref.text()});
    if (!page.redirected || !page.redirected->said.to) return fields;
    const auto& to = *page.redirected->said.to;
    const auto is_it = [&to](const app::AgencyHere& one) {
        if (!to.id.text().empty()) return agency_value(one.agency) == agency_value(to);
        return ascii_lower(trim(one.agency.name)) == ascii_lower(trim(to.name));
    };
    if (const auto found = std::ranges::find_if(page.agencies, is_it); found != page.agencies.end()) {
        fields.add("to", agency_value(found->agency));
        return fields;
    }
    fields.add("to", "not-here");
    fields.add("to-name", to.name);
    // Whoever types a name is not asked of what kind it is: that it is another sort is not known.
    for (const auto& kind : kinds_not_here)
        if (kind.value == to.kind && to.kind != record::AgencyKind::other)
            fields.add("to-kind", std::string{kind.word});
    return fields;
}

Later<Response> show_new(Site& site, const Request& request, const Visitor& visitor, FormFields typed,
                         FormErrors errors)
{
    const record::Reference of{std::string{request.path_value("ref")}};
    return app::view_case(site.app(), visitor.actor, of)
        .then([&site, &request, visitor, of, typed = std::move(typed),
               errors = std::move(errors)](app::Outcome<app::CaseView> opened) -> Response {
            if (!opened) return site.not_done(request, visitor, opened.error());
            if (!opened->may.contains(access::Action::record_referral))
                return site.not_done(request, visitor, app::NotThere{});
            NewReferralPage page{.agencies = app::agencies_here(site.app(), visitor.actor),
                                 .children = {},
                                 .homes = app::homes_of(site.app(), visitor.actor, *opened->it),
                                 .areas = {},
                                 .follows = std::string{request.query.text("follows")},
                                 .redirected = {},
                                 .notice = record::police_notice_in(*opened->in_force, *opened->it,
                                                                    record::AgencyKind::police),
                                 .frame = {.action = fmt::format("/cases/{}/referrals/new", of.text()),
                                           .csrf_token = visitor.csrf_token,
                                           .command = site.new_command(),
                                           .draft = {}},
                                 .case_address = fmt::format("/cases/{}/referrals", of.text())};
            page.areas = areas_to_show(site, visitor, page.homes);
            if (page.follows.empty()) page.follows = typed.text("follows");
            auto fields = typed;
            if (const auto before = followed_by(site, visitor, of, page.follows)) {
                if (const auto* step = before->last(record::StepKind::redirected)) page.redirected = *step;
                if (typed.empty()) fields = going_on_from(*before, page);
            }
            for (const auto& person : opened->it->people) {
                const auto name = person.child ? opened->names.of(*person.child) : person.called;
                page.children.push_back({.value = std::string{person.ref.text()},
                                         .label = site.say()("{0}: {1}"_p, {person.ref.text(), name})});
            }
            const FormWriter form{site.say(), fields, errors};
            return site.page(request, visitor,
                             {.title = "Refer to an agency: case {0}"_p,
                              .main = new_referral_page(form, page),
                              .about = std::string{of.text()},
                              .status = errors.empty() ? Status::ok : Status::unprocessable});
        });
}

record::Agency agency_not_here(FormReader& read)
{
    auto name = read.needed("to-name", "Say what it is called"_p);
    const auto kind = read.choice<record::AgencyKind>("to-kind", kinds_not_here);
    if (!kind) read.wrong("to-kind", "Choose what it is, or that you don’t know"_p);
    return {OrganisationId{""}, std::move(name), kind.value_or(record::AgencyKind::other)};
}

}  // namespace

Later<Response> get_new_referral(Site& site, const Request& request, Visitor visitor)
{
    return show_new(site, request, visitor, {}, {});
}

Later<Response> post_new_referral(Site& site, const Request& request, Visitor visitor)
{
    const record::Reference of{std::string{request.path_value("ref")}};
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto to = read.needed("to", "Choose to whom"_p);
    app::NewReferral asked{OrganisationId{to}, {}, {}, {}};
    for (const auto& one : app::agencies_here(site.app(), visitor.actor)) {
        if (agency_value(one.agency) != to) continue;
        asked.to = one.agency.id;
        asked.for_lado = one.agency.kind == record::AgencyKind::lado;
    }
    if (to == "not-here") asked.not_here = agency_not_here(read);
    for (const auto ref : request.form.all("child")) asked.children.emplace_back(std::string{ref});
    if (asked.children.empty()) read.wrong("child", "Choose at least one child"_p);
    if (const auto follows = request.form.text("follows"); !follows.empty())
        asked.follows = record::Reference{std::string{follows}};
    if (!read.errors().empty()) return show_new(site, request, visitor, request.form, read.errors());
    return app::begin_referral(site.app(), visitor.actor, command, of, std::move(asked))
        .then([&site, &request, visitor, of](app::Outcome<app::ReferralChanged> begun) -> Later<Response> {
            if (!begun)
                return show_new(site, request, visitor, as_new_form(request.form),
                                step_errors(errors_of(begun.error()), request.form));
            return see_other_saying(fmt::format("/cases/{}/referrals/{}", of.text(), begun->referral.text()),
                                    begun->taken_out);
        });
}

}  // namespace safelead::web
