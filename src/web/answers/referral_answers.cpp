// The sender's side.

#include "web/answers/referral_answers.h"

#include "app/cases.h"
#include "app/drafts.h"
#include "app/open_shelf.h"
#include "app/who_to_ring.h"
#include "web/answers/referral_answering.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/forms/referral_form.h"
#include "web/pages/case_view.h"
#include "web/pages/referral_outside.h"
#include "web/pages/referral_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace safelead::web {

namespace {

struct AskedReferral {
    record::Reference of;
    record::Reference referral;

    [[nodiscard]] std::string address() const
    {
        return fmt::format("/cases/{}/referrals/{}", of.text(), referral.text());
    }
    [[nodiscard]] std::string draft() const { return fmt::format("referral-{}", referral.text()); }
};

AskedReferral asked_in(const Request& request)
{
    return {record::Reference{std::string{request.path_value("ref")}},
            record::Reference{std::string{request.path_value("referral")}}};
}

ReferralPage page_of(Site& site, const Visitor& visitor, const app::ReferralView& view,
                     const AskedReferral& asked)
{
    return {view,
            site.app().zone(),
            asked.address(),
            visitor.csrf_token,
            site.new_command(),
            std::string{asked.of.text()}};
}

enum class Showing { as_it_is, draft, check };

/// The page of one referral, for whoever opened its case (which is recorded).
Later<Response> show(Site& site, const Request& request, const Visitor& visitor, Showing showing,
                     FormFields typed, FormErrors errors)
{
    const auto asked = asked_in(request);
    return app::view_case(site.app(), visitor.actor, asked.of)
        .then([&site, &request, visitor, asked, showing, typed = std::move(typed),
               errors = std::move(errors)](app::Outcome<app::CaseView> opened) -> Response {
            if (!opened) return site.not_done(request, visitor, opened.error());
            const auto view = app::sent_referral(site.app(), visitor.actor, asked.of, asked.referral);
            if (!view) return site.not_done(request, visitor, view.error());
            const auto page = page_of(site, visitor, *view, asked);
            Html main = saved_notice(site, request);
            FormFields fields = typed;
            const bool is_draft = view->it->state == record::ReferralState::draft;
            const bool is_written = is_draft && view->may_act && showing == Showing::draft;
            if (is_written && typed.empty()) {
                auto typing =
                    typing_of(site, visitor, asked.draft(), asked.of, typed_of(*view->it, site.app().zone()));
                if (typing.restored) main << restored_notice(site, visitor, request, asked.draft(), asked.of);
                fields = std::move(typing.fields);
            }
            const FormWriter form{site.say(), fields, errors};
            if (is_written)
                main << draft_referral_page(form, page);
            else if (is_draft)
                main << check_referral_page(form, page);
            else
                main << referral_page(form, page);
            return site.page(request, visitor,
                             {.title = "Referral {0}"_p,
                              .main = std::move(main),
                              .about = std::string{asked.referral.text()},
                              .status = errors.empty() ? Status::ok : Status::unprocessable});
        });
}

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
                                 .frame = {.action = fmt::format("/cases/{}/referrals/new", of.text()),
                                           .csrf_token = visitor.csrf_token,
                                           .command = site.new_command(),
                                           .draft = {}},
                                 .case_address = fmt::format("/cases/{}/referrals", of.text())};
            page.areas = areas_to_show(site, visitor, page.homes);
            if (page.follows.empty()) page.follows = typed.text("follows");
            for (const auto& person : opened->it->people) {
                const auto name = person.child ? opened->names.of(*person.child) : person.called;
                page.children.push_back({.value = std::string{person.ref.text()},
                                         .label = site.say()("{0}: {1}"_p, {person.ref.text(), name})});
            }
            const FormWriter form{site.say(), typed, errors};
            return site.page(request, visitor,
                             {.title = "Refer to an agency: case {0}"_p,
                              .main = new_referral_page(form, page),
                              .about = std::string{of.text()},
                              .status = errors.empty() ? Status::ok : Status::unprocessable});
        });
}

constexpr Option<record::AgencyKind> kinds_not_here[] = {
    {"social_care", record::AgencyKind::social_care},
    {"police", record::AgencyKind::police},
    {"lado", record::AgencyKind::lado},
    {"local_authority", record::AgencyKind::local_authority},
    {"other", record::AgencyKind::other},
};

record::Agency agency_not_here(FormReader& read)
{
    auto name = read.needed("to-name", "Say what it is called"_p);
    const auto kind = read.choice<record::AgencyKind>("to-kind", kinds_not_here);
    if (!kind) read.wrong("to-kind", "Choose what it is"_p);
    return {OrganisationId{""}, std::move(name), kind.value_or(record::AgencyKind::other)};
}

std::string until_words(const Site& site, Instant until)
{
    return directory::words(site.app().zone().local(until));
}

/// After a step of the sender's own: back to the referral, or to the form with what was wrong in it.
auto after_step(Site& site, const Request& request, const Visitor& visitor, const AskedReferral& asked)
{
    return [&site, &request, visitor, asked](app::Outcome<app::ReferralChanged> changed) -> Later<Response> {
        if (!changed)
            return show(site, request, visitor, Showing::as_it_is, as_new_form(request.form),
                        step_errors(errors_of(changed.error()), request.form));
        forget_step(site, visitor, request, asked.referral, asked.of);
        return see_other_saying(asked.address() + "?saved=1", changed->taken_out);
    };
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
                return show_new(site, request, visitor, as_new_form(request.form), errors_of(begun.error()));
            return see_other_saying(fmt::format("/cases/{}/referrals/{}", of.text(), begun->referral.text()),
                                    begun->taken_out);
        });
}

Later<Response> get_sent_referral(Site& site, const Request& request, Visitor visitor)
{
    return show(site, request, visitor, Showing::draft, {}, {});
}

Later<Response> get_referral_to_send(Site& site, const Request& request, Visitor visitor)
{
    return show(site, request, visitor, Showing::check, {}, {});
}

Later<Response> post_write_referral(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    const auto view = app::sent_referral(site.app(), visitor.actor, asked.of, asked.referral);
    if (!view) return site.not_done(request, visitor, view.error());
    auto typed = parse_referral_text(request.form, site.app().zone(), *view->it);
    if (!typed) return show(site, request, visitor, Showing::draft, request.form, typed.error());
    return app::write_referral(site.app(), visitor.actor, typed->command, asked.of, asked.referral,
                               typed->asked)
        .then(
            [&site, &request, visitor, asked](app::Outcome<app::ReferralChanged> written) -> Later<Response> {
                if (!written)
                    return show(site, request, visitor, Showing::draft, as_new_form(request.form),
                                errors_of(written.error()));
                app::forget_draft(site.app(), visitor.actor, asked.draft(), asked.of);
                return see_other_saying(asked.address() + "/send", written->taken_out);
            });
}

Later<Response> post_send_referral(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty())
        return show(site, request, visitor, Showing::check, request.form, read.errors());
    const auto confirmed =
        request.form.text("notice") == "yes" ? record::Answer::yes : record::Answer::unknown;
    return app::send_referral(site.app(), visitor.actor, command, asked.of, asked.referral, confirmed)
        .then([&site, &request, visitor, asked](app::Outcome<app::ReferralChanged> sent) -> Later<Response> {
            if (!sent) {
                const auto* refusal = std::get_if<record::ReferralRefusal>(&sent.error());
                // What is missing is written in the draft.
                const bool is_in_draft =
                    refusal != nullptr && refusal->why == record::ReferralRefused::not_said;
                const auto view = app::sent_referral(site.app(), visitor.actor, asked.of, asked.referral);
                auto fields =
                    is_in_draft && view ? typed_of(*view->it, site.app().zone()) : as_new_form(request.form);
                return show(site, request, visitor, is_in_draft ? Showing::draft : Showing::check,
                            std::move(fields), errors_of(sent.error()));
            }
            return see_other(fmt::format("{}?saved=1", asked.address()));
        });
}

Later<Response> post_follow_referral(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    const auto offers = app::step_offers(site.app(), visitor.actor, std::nullopt);
    auto typed = parse_step(request.form, site.app().zone(), offers);
    if (!typed) return show(site, request, visitor, Showing::as_it_is, request.form, typed.error());
    return app::follow_referral(site.app(), visitor.actor, typed->command, asked.of, asked.referral,
                                typed->asked)
        .then(after_step(site, request, visitor, asked));
}

Later<Response> post_written_answer(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    const auto offers = app::step_offers(site.app(), visitor.actor, std::nullopt);
    auto typed = parse_answer_of(request.form, site.app().zone(), offers);
    if (!typed) return show(site, request, visitor, Showing::as_it_is, request.form, typed.error());
    return app::write_down_answer(site.app(), visitor.actor, typed->command, asked.of, asked.referral,
                                  typed->asked.said, typed->asked.who)
        .then(after_step(site, request, visitor, asked));
}

Later<Response> post_link(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto whom = read.needed("whom", "Say who is to open it"_p);
    if (!read.errors().empty())
        return show(site, request, visitor, Showing::as_it_is, request.form, read.errors());
    return app::make_link(site.app(), visitor.actor, command, asked.of, asked.referral, std::move(whom))
        .then([&site, &request, visitor, asked](app::Outcome<app::SharedLink> made) -> Later<Response> {
            if (!made)
                return show(site, request, visitor, Showing::as_it_is, as_new_form(request.form),
                            errors_of(made.error()));
            return site.page(
                request, visitor,
                {.title = "Give them this link, and the code another way"_p,
                 .main = made_link_page(site.say(), *made, address_for_others(request, "/shared"),
                                        until_words(site, made->until), asked.address()),
                 .taken_out = made->taken_out > 0 ? TakenOut::something : TakenOut::as_the_address_says});
        });
}

Later<Response> post_revoke_link(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto why = read.needed("link-why", "Say why"_p);
    if (!read.errors().empty())
        return show(site, request, visitor, Showing::as_it_is, request.form, read.errors());
    return app::revoke_link(site.app(), visitor.actor, command, asked.of, asked.referral, std::move(why))
        .then([&site, &request, visitor, asked](app::Outcome<std::size_t> taken_out) -> Later<Response> {
            if (!taken_out)
                return show(site, request, visitor, Showing::as_it_is, as_new_form(request.form),
                            errors_of(taken_out.error()));
            return see_other_saying(fmt::format("{}?saved=1", asked.address()), *taken_out);
        });
}

Later<Response> get_referral_paper(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    return app::view_case(site.app(), visitor.actor, asked.of)
        .then([&site, visitor,
               asked](app::Outcome<app::CaseView> opened) -> Later<app::Outcome<app::ReferralView>> {
            if (!opened) return app::Outcome<app::ReferralView>{fail(std::move(opened).error())};
            return app::referral_for_paper(site.app(), visitor.actor, asked.of, asked.referral);
        })
        .then([&site, &request, visitor,
               asked](const app::Outcome<app::ReferralView>& view) -> Later<Response> {
            if (!view) return site.not_done(request, visitor, view.error());
            return app::draw_letter(site.app(), on_paper(site.say(), page_of(site, visitor, *view, asked)))
                .then([&site, &request, visitor](app::Outcome<std::string> drawn) -> Response {
                    if (!drawn) return site.not_done(request, visitor, drawn.error());
                    Response response;
                    response.content_type = "application/pdf";
                    response.body = *std::move(drawn);
                    response.with_header("Content-Disposition", "inline; filename=\"referral.pdf\"");
                    return response;
                });
        });
}

Html referrals_in_case(const Site& site, const Visitor& visitor, const record::Reference& of)
{
    const auto lines = app::referrals_of_case(site.app(), visitor.actor, of);
    if (!lines || lines->empty()) return {};
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << site.say()("Sent to an agency in Safelead"_p) << "</h2>"
               << referral_lines(site.say(), *lines, site.app().zone());
}

}  // namespace safelead::web
