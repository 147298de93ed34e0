#include "web/pages/place_page.h"

#include "web/pages/sign_in_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Choice choice_of(const Speaker& say, const app::PlaceShown& place)
{
    std::string roles;
    for (const auto role : place.roles.list())
        roles += fmt::format("{}{}", roles.empty() ? "" : ", ", directory::role_words(role));
    Html hint;
    hint << text(roles);
    if (place.is_this) hint << ". " << say("You are here now"_p);
    return {
        .value = std::string{place.organisation.text()}, .label = text(place.name), .hint = std::move(hint)};
}

Html place_choices(const FormWriter& form, Html legend, const std::vector<app::PlaceShown>& places)
{
    std::vector<Choice> choices;
    for (const auto& place : places) choices.push_back(choice_of(form.say(), place));
    return form.radios("place", std::move(legend), {}, std::move(choices));
}

}  // namespace

Html place_page(const FormWriter& form, const PlacePage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Where do you work now?"_p)
        << "</h1><p class=\"govuk-body\">"
        << say("You have roles in more than one organisation. You work in one at a time, and see nothing of "
               "the "
               "other meanwhile. You can change later."_p)
        << "</p><p class=\"govuk-body\">"
        << say("If a child is in danger, ring 999. [What to do in the first minute](/now) needs no account."_p)
        << "</p>" << form.open(page.frame) << hidden_input("next", page.next)
        << (page.carried ? carried_fields(*page.carried) : Html{})
        << place_choices(form, say("Organisation"_p), page.places)
        << Button{.content = say("Go on"_p), .prevents_double_click = true} << FormWriter::close();
    return out;
}

Html elsewhere_page(const FormWriter& form, const ElsewherePage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Work elsewhere"_p) << "</h1>";
    if (page.places.size() < 2)
        return out
               << "<p class=\"govuk-body\">"
               << say("You have roles in this organisation only. Whoever looks after people elsewhere can "
                      "add you there, with the e-mail address that you sign in with."_p)
               << "</p>";
    out << "<p class=\"govuk-body\">"
        << say("You work in one organisation at a time. Your session here ends, and another begins there. "
               "What "
               "you have typed here and not sent is kept, and is here when you come back."_p)
        << "</p>" << form.open(page.frame) << place_choices(form, say("Organisation"_p), page.places)
        << Button{.content = say("Go there"_p), .prevents_double_click = true} << FormWriter::close();
    return out;
}

}  // namespace safelead::web
