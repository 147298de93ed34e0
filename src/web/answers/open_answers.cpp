#include "web/answers/open_answers.h"

#include "app/open_shelf.h"
#include "app/packs.h"
#include "app/ringing.h"
#include "app/who_to_ring.h"
#include "web/html/assets.h"
#include "web/http/fixed_file.h"
#include "web/pages/open_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace safelead::web {

Response open_response(const Site& site, const Request& request, Page page)
{
    page.practice = site.practice();
    page.navigation = open_navigation(page.language, request.path);
    return html_response(document(page).bytes());
}

RingingNow ringing_for(Site& site, directory::Audience audience)
{
    const auto at = site.app().zone().local(site.app().now()).wall;
    auto to_ring = app::who_to_ring_now(
        site.app(), {.area = app::usual_area(site.app()), .need = std::nullopt, .audience = audience});
    return {.to_ring = std::move(to_ring),
            .at = at,
            .bank_holidays_known = site.app().local().holidays.knows(at.date.year())};
}

Response drawn_once(Site& site, const Request& request, std::string_view variant,
                    const std::function<Response()>& draw)
{
    const bool is_plain = request.path.find('%') == std::string::npos;
    // Whatever else is asked may be on the page, and the page is kept for everybody.
    const bool asks_for_variant =
        request.query.empty() ||
        (!variant.empty() && std::ranges::all_of(request.query.in_order(), [](const Field& field) {
            return field.name == "language";
        }));
    if (!is_plain || !asks_for_variant) return draw();
    Response response;
    response.body =
        *site.shelf().pages->page(app::open_basis(site.app()), fmt::format("{} {}", request.path, variant),
                                  [&draw] { return std::string{draw().text()}; });
    return response;
}

Later<Response> get_home(Site& site, const Request& request)
{
    return drawn_once(site, request, {}, [&] { return open_response(site, request, home_page(site.say())); });
}

Later<Response> get_now(Site& site, const Request& request)
{
    return drawn_once(site, request, {}, [&] {
        return open_response(site, request,
                             now_page(site.say(), ringing_for(site, directory::Audience::staff)));
    });
}

Later<Response> get_paper_form(Site& site, const Request& request)
{
    return drawn_once(site, request, {}, [&] {
        const auto area = app::usual_area(site.app());
        std::vector<directory::Contact> contacts;
        for (const auto& contact : site.app().local().contacts.all)
            if (contact.area == area || contact.area == "england") contacts.push_back(contact);
        return open_response(site, request, paper_form_page(site.say(), contacts, site.app().today()));
    });
}

Later<Response> get_law(Site& site, const Request& request)
{
    return drawn_once(site, request, {}, [&] { return open_response(site, request, law_page(site.say())); });
}

Later<Response> get_accessibility(Site& site, const Request& request)
{
    return drawn_once(site, request, {},
                      [&] { return open_response(site, request, accessibility_page(site.say())); });
}

Later<Response> get_privacy(Site& site, const Request& request)
{
    return drawn_once(site, request, {},
                      [&] { return open_response(site, request, privacy_page(site.say())); });
}

Later<Response> get_asset(Site& site, const Request& request)
{
    const auto* asset = find_asset(request.path);
    if (asset == nullptr) return site.fault(Fault::not_found);
    return file_response(request, asset->file);
}

Later<Response> get_health(Site&, const Request&)
{
    return text_response("ok\n");
}

}  // namespace safelead::web
