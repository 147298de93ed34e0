#include "web/site.h"

#include "app/places.h"
#include "app/ringing.h"
#include "app/sign_in.h"
#include "base/overloaded.h"
#include "web/answers/refusals.h"
#include "web/html/components.h"
#include "web/pages/open_pages.h"
#include "web/pages/taken_out.h"
#include "web/pages/words.h"

#include <utility>
#include <variant>

namespace safelead::web {

namespace {

struct Door {
    access::Action action;
    std::string_view address;
    Phrase words;
};

constexpr Door doors[] = {
    {access::Action::report_concern, "/concerns/new", "Report a concern"_p},
    {access::Action::report_concern, "/my-reports", "My reports"_p},
    {access::Action::see_inbox, "/inbox", "Inbox"_p},
    {access::Action::learn, "/today", "Today"_p},
    {access::Action::read_case, "/cases", "Cases"_p},
    {access::Action::learn, "/training", "Training"_p},
    {access::Action::see_referrals, "/referrals", "Referrals to us"_p},
    {access::Action::see_upkeep, "/to-check", "To check"_p},
    {access::Action::see_figures, "/insight", "Figures"_p},
    {access::Action::see_partnership_figures, "/insight", "Figures"_p},
};

std::vector<ServiceNavigationItem> navigation_for(const Speaker& say, const app::Actor& actor,
                                                  const Request& request)
{
    std::vector<ServiceNavigationItem> items;
    for (const auto& door : doors) {
        if (!app::may(actor, door.action)) continue;
        if (!items.empty() && items.back().href == door.address) continue;
        items.push_back({.content = say(door.words),
                         .href = std::string{door.address},
                         .is_current = request.path == door.address,
                         .is_active = request.path.starts_with(std::string{door.address} + "/")});
    }
    items.push_back(
        {.content = say("The record"_p), .href = "/record", .is_current = request.path == "/record"});
    items.push_back({.content = say("The first minute"_p), .href = "/now"});
    items.push_back({.content = say("Your sign-in"_p),
                     .href = "/settings/sign-in",
                     .is_current = request.path == "/settings/sign-in"});
    return items;
}

std::string elsewhere_for(app::Safelead& safelead, const app::Actor& actor)
{
    return app::places_of(safelead, actor).size() > 1 ? "/settings/place" : "";
}

/// Only what stands on our side is "unavailable"; a refusal is an answer to what was asked.
Status status_of(const app::NotDone& why)
{
    if (std::holds_alternative<app::NotAllowed>(why)) return Status::forbidden;
    if (std::holds_alternative<app::RecordStopped>(why)) return Status::unavailable;
    return Status::unprocessable;
}

/// What stands in the middle, under the notice that something was taken out, if it was.
Html main_of(const Speaker& say, const Request& request, Leaf& leaf)
{
    const bool says_so = leaf.taken_out == TakenOut::something ||
                         (leaf.taken_out == TakenOut::as_the_address_says && request.query.find("taken-out"));
    if (!says_so) return std::move(leaf.main);
    Html main;
    main << taken_out_notice(say) << leaf.main;
    return main;
}

}  // namespace

Site::Site(app::Safelead& safelead, const app::OpenShelf& shelf)
    : safelead_{safelead},
      shelf_{shelf},
      say_{english},
      mac_{[&safelead](std::string_view text) { return safelead.form_mac(text); }},
      random_{[] { return app::Safelead::random_text(); }}
{
}

Practice Site::practice() const
{
    return app::standing(safelead_) == directory::Standing::practice ? Practice::yes : Practice::no;
}

std::optional<Visitor> Site::visitor(const Request& request) const
{
    const auto session = own_cookie(request, session_cookie);
    if (!session) return std::nullopt;
    auto actor = app::actor_of(safelead_, *session);
    if (!actor) return std::nullopt;
    return Visitor{std::move(*actor), session_token(mac_, *session)};
}

Response Site::page(const Request& request, const Visitor& visitor, Leaf leaf) const
{
    Page page{.title = say_.plain(leaf.title, {leaf.about}),
              .main = main_of(say_, request, leaf),
              .width = leaf.width,
              .practice = practice(),
              .navigation = navigation_for(say_, visitor.actor, request),
              .signed_in = SignedIn{.name = visitor.actor.name,
                                    .organisation = visitor.actor.organisation_name,
                                    .csrf_token = visitor.csrf_token,
                                    .elsewhere = elsewhere_for(safelead_, visitor.actor)},
              .scripts = {"forms.js"}};
    for (auto& script : leaf.scripts) page.scripts.push_back(std::move(script));
    if (leaf.status == Status::unprocessable) page.title = say_.plain("Error: {0}"_p, {page.title});
    return html_response(document(page).bytes(), leaf.status);
}

Response Site::open_page(const Request& request, Leaf leaf) const
{
    Page page{.title = say_.plain(leaf.title, {leaf.about}),
              .main = main_of(say_, request, leaf),
              .width = leaf.width,
              .practice = practice(),
              .navigation = open_navigation(english, request.path),
              .scripts = std::move(leaf.scripts)};
    if (leaf.status == Status::unprocessable) page.title = say_.plain("Error: {0}"_p, {page.title});
    return html_response(document(page).bytes(), leaf.status);
}

Response Site::fault(Fault fault, std::string_view incident) const
{
    auto page = error_page(say_, fault, incident);
    page.practice = practice();
    page.navigation = open_navigation(english, "");
    return html_response(document(page).bytes(), status_of(fault));
}

Response Site::not_done(const Request& request, const Visitor& visitor, const app::NotDone& why) const
{
    if (std::holds_alternative<app::NotThere>(why)) return fault(Fault::not_found);
    if (std::holds_alternative<app::Crowded>(why)) return fault(Fault::unavailable);
    const bool is_not_allowed = std::holds_alternative<app::NotAllowed>(why);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">"
         << (is_not_allowed ? say_("You can’t see this"_p) : say_("This could not be shown"_p)) << "</h1>";
    for (const auto& error : errors_of(why))
        main << "<p class=\"govuk-body\">" << say_(error.words, {error.about}) << "</p>";
    return page(request, visitor,
                {.title = "Not shown"_p, .main = std::move(main), .status = status_of(why)});
}

std::string Site::new_command() const
{
    return app::Safelead::random_text().substr(0, 32);
}

}  // namespace safelead::web
