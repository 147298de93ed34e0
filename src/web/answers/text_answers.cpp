#include "web/answers/text_answers.h"

#include "app/open_shelf.h"
#include "web/answers/open_answers.h"
#include "web/pages/open_text.h"

namespace safelead::web {

namespace {

/// The text in the language asked for; in English if nobody has checked it in that one, or none was asked
/// for.
const guidance::OpenText* text_for(const Site& site, const Request& request, std::string_view shelf,
                                   std::string_view name)
{
    const auto& texts = site.shelf().texts;
    const auto language = request.query.find("language").value_or("en");
    const auto* found = texts.find(shelf, name, language);
    return found != nullptr ? found : texts.find(shelf, name);
}

Response shown(Site& site, const Request& request, std::string_view shelf, std::string_view name)
{
    const auto* text = text_for(site, request, shelf, name);
    if (text == nullptr) return site.fault(Fault::not_found);
    return drawn_once(site, request, text->language, [&] {
        const auto language = language_of(*text);
        const auto languages = site.shelf().texts.in_all_languages(shelf, name);
        auto page = open_text_page(language, *text, languages, ringing_for(site, audience_of(text->reader)));
        return open_response(site, request, std::move(page));
    });
}

}  // namespace

Later<Response> get_young_people(Site& site, const Request& request)
{
    return shown(site, request, "young-people", "index");
}

Later<Response> get_young_people_page(Site& site, const Request& request)
{
    const auto name = request.path_value("page");
    if (name == "index") return site.fault(Fault::not_found);
    return shown(site, request, "young-people", name);
}

Later<Response> get_parents(Site& site, const Request& request)
{
    return shown(site, request, "parents", "index");
}

Later<Response> get_parents_page(Site& site, const Request& request)
{
    const auto name = request.path_value("page");
    if (name == "index") return site.fault(Fault::not_found);
    return shown(site, request, "parents", name);
}

}  // namespace safelead::web
