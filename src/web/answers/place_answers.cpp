#include "web/answers/place_answers.h"

#include "app/places.h"
#include "web/answers/sign_in_steps.h"
#include "web/pages/place_page.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

Response show_elsewhere(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    const ElsewherePage page{
        .frame = {.action = "/settings/place", .csrf_token = visitor.csrf_token, .command = {}, .draft = {}},
        .places = app::places_of(site.app(), visitor.actor)};
    const FormFields nothing;
    const FormWriter form{site.say(), nothing, errors};
    return site.page(request, visitor,
                     {.title = "Work elsewhere"_p,
                      .main = elsewhere_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

}  // namespace

Later<Response> get_place(Site& site, const Request& request, Visitor visitor)
{
    return show_elsewhere(site, request, visitor, {});
}

Later<Response> post_place(Site& site, const Request& request, Visitor visitor)
{
    const auto in =
        app::change_place(site.app(), visitor.actor,
                          {.organisation = OrganisationId{std::string{request.form.text("place")}},
                           .session = std::string{own_cookie(request, session_cookie).value_or("")},
                           .device = std::string{own_cookie(request, device_cookie).value_or("")},
                           .about = browser_of(request)});
    if (in) return answer_sign_in(site, request, *in, {}, {});
    if (in.error() == app::PlaceRefusal::over) return ask_to_sign_in(site, request);
    return show_elsewhere(site, request, visitor, {{"place", "Choose where you work now"_p}});
}

}  // namespace safelead::web
