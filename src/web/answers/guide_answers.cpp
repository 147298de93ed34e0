#include "web/answers/guide_answers.h"

#include "app/open_shelf.h"
#include "app/ringing.h"
#include "app/who_to_ring.h"
#include "base/text.h"
#include "directory/local_time.h"
#include "web/answers/open_answers.h"
#include "web/pages/arrangements_page.h"
#include "web/pages/contacts_page.h"
#include "web/pages/guides_page.h"
#include "web/pages/statistics_page.h"
#include "web/pages/words.h"

#include <algorithm>

namespace safelead::web {

namespace {

constexpr std::size_t longest_search = 100;

/// One sheet of a text, to be shown in the browser.
Later<Response> sheet_of(Site& site, const guidance::OpenText& text)
{
    auto making = site.shelf().prints->sheet(site.app(), text);
    if (!making) return site.fault(Fault::unavailable);
    return std::move(*making).then([&site, &text](const app::Sheet& sheet) -> Response {
        if (sheet == nullptr) return site.fault(Fault::not_found);
        Response response;
        response.content_type = "application/pdf";
        response.body = *sheet;
        response.with_header("Content-Disposition", "inline; filename=\"" + text.name + ".pdf\"");
        return response;
    });
}

/// A poster or card, as a drawing whose words are text.
Response drawing_of(Site& site, const guidance::OpenText& text)
{
    auto drawing = app::piece_drawing(text);
    if (!drawing) return site.fault(Fault::not_found);
    Response response;
    response.content_type = "image/svg+xml; charset=utf-8";
    response.body = std::move(*drawing);
    return response;
}

/// What it looks like, above its words. The words are on the page, so whoever can't see it misses nothing.
Html preview_of(const Site& site, const guidance::OpenText& piece)
{
    Html out;
    if (!app::piece_drawing(piece)) return out;
    return out << "<p class=\"no-print\"><img class=\"safelead-poster\" src=\"/campaigns/"
               << text(piece.shelf) << "/" << text(piece.name) << ".svg\" width=\"210\" height=\"297\" alt=\""
               << text(site.say().plain("The piece as it is printed, with the words on this page"_p))
               << "\"></p><p class=\"govuk-body no-print\"><a class=\"govuk-link\" href=\"/campaigns/"
               << text(piece.shelf) << "/" << text(piece.name) << ".svg\">"
               << site.say()("As a drawing, at any size (SVG)"_p) << "</a></p>\n";
}

/// A shelf that is one: the others have addresses of their own.
bool is_campaign(std::string_view shelf)
{
    return shelf != "guides" && shelf != "young-people" && shelf != "parents";
}

Response piece_page(Site& site, const Request& request, const guidance::OpenText& piece)
{
    const auto language = language_of(piece);
    auto page = open_text_page(language, piece, {}, ringing_for(site, audience_of(piece.reader)));
    page.title_kind = TitleKind::telling;
    page.exit_button = ExitButton::absent;
    page.main << "<p class=\"safelead-source\">"
              << site.say()("Edition {0}, {1}. Licence: {2}. To be checked again by {3}."_p,
                            {std::to_string(piece.edition), directory::long_date(piece.published),
                             piece.licence, directory::long_date(piece.review_by)})
              << "</p>\n";
    if (piece.name != "index") {
        page.main << preview_of(site, piece)
                  << "<p class=\"govuk-body no-print\"><a class=\"govuk-link\" href=\"/campaigns/"
                  << text(piece.shelf) << "/" << text(piece.name) << ".pdf\">"
                  << site.say()("On one page, to print (PDF)"_p)
                  << "</a></p><p class=\"govuk-body no-print\"><a class=\"govuk-link\" href=\"/campaigns/"
                  << text(piece.shelf) << "\">" << site.say()("The whole kit"_p) << "</a></p>\n";
    }
    return open_response(site, request, std::move(page));
}

ContactsAsked asked_by(const Site& site, const Request& request)
{
    ContactsAsked asked;
    asked.area = std::string{request.query.text("area")};
    const auto& areas = site.app().local().areas;
    const bool is_known = asked.area == "england" || std::ranges::find(areas, asked.area) != areas.end();
    if (!is_known) asked.area = app::usual_area(site.app());
    asked.need = directory::need_from_name(request.query.text("need"));
    asked.audience =
        directory::audience_from_name(request.query.text("for")).value_or(directory::Audience::staff);
    asked.at = directory::parse_wall_time(request.query.text("at"));
    return asked;
}

}  // namespace

Later<Response> get_guides(Site& site, const Request& request)
{
    const auto asked = trim(request.query.text("words")).substr(0, longest_search);
    const auto& texts = site.shelf().texts;
    const auto guides = asked.empty() ? texts.on("guides") : texts.with_words("guides", asked);
    return site.open_page(request, {.title = "One minute guides"_p,
                                    .main = guides_page(site.say(), guides, asked, site.app().today())});
}

Later<Response> get_guides_feed(Site& site, const Request&)
{
    Response response = text_response(guides_feed(site.shelf().texts.on("guides")));
    response.content_type = "application/atom+xml; charset=utf-8";
    return response;
}

Later<Response> get_guide(Site& site, const Request& request)
{
    auto name = request.path_value("guide");
    const bool is_sheet = name.ends_with(".pdf");
    if (is_sheet) name.remove_suffix(4);
    const auto* guide = site.shelf().texts.find("guides", name);
    if (guide == nullptr) return site.fault(Fault::not_found);
    if (is_sheet) return sheet_of(site, *guide);
    return drawn_once(site, request, guide->language, [&] {
        return site.open_page(
            request, {.title = "{0}"_p,
                      .main = guide_page(site.say(), *guide, ringing_for(site, audience_of(guide->reader))),
                      .about = guide->title});
    });
}

Later<Response> get_campaign(Site& site, const Request& request)
{
    const auto shelf = request.path_value("campaign");
    const auto* kit = is_campaign(shelf) ? site.shelf().texts.find(shelf, "index") : nullptr;
    if (kit == nullptr) return site.fault(Fault::not_found);
    return drawn_once(site, request, kit->language, [&] { return piece_page(site, request, *kit); });
}

Later<Response> get_campaign_piece(Site& site, const Request& request)
{
    const auto shelf = request.path_value("campaign");
    auto name = request.path_value("piece");
    const bool is_sheet = name.ends_with(".pdf");
    const bool is_drawing = name.ends_with(".svg");
    if (is_sheet || is_drawing) name.remove_suffix(4);
    const auto* piece =
        is_campaign(shelf) && name != "index" ? site.shelf().texts.find(shelf, name) : nullptr;
    if (piece == nullptr) return site.fault(Fault::not_found);
    if (is_sheet) return sheet_of(site, *piece);
    if (is_drawing) return drawing_of(site, *piece);
    return drawn_once(site, request, piece->language, [&] { return piece_page(site, request, *piece); });
}

Later<Response> get_statistics(Site& site, const Request& request)
{
    return drawn_once(site, request, {}, [&] {
        return site.open_page(request, {.title = "How much of a problem"_p,
                                        .main = statistics_page(site.say(), site.shelf().figures)});
    });
}

Later<Response> get_contacts(Site& site, const Request& request)
{
    const auto asked = asked_by(site, request);
    const auto& local = site.app().local();
    const auto now = site.app().zone().local(site.app().now()).wall;
    RingingNow ringing{
        .to_ring = directory::who_to_ring(local.contacts, local.holidays, asked.at.value_or(now),
                                          {asked.area, asked.need, asked.audience}),
        .at = asked.at.value_or(now)};
    ringing.bank_holidays_known = local.holidays.knows(ringing.at.date.year());
    return site.open_page(request, {.title = "Who to ring"_p,
                                    .main = contacts_page(site.say(), asked, local.areas, ringing,
                                                          local.arrangements_of(asked.area))});
}

Later<Response> get_arrangements(Site& site, const Request& request)
{
    const auto& local = site.app().local();
    const auto* arrangements = local.arrangements_of(request.path_value("area"));
    if (arrangements == nullptr) return site.fault(Fault::not_found);
    return site.open_page(
        request, {.title = "How it is done in {0}"_p,
                  .main = arrangements_page(site.say(), *arrangements, local.contacts, site.app().today()),
                  .about = name_of_area(arrangements->area)});
}

}  // namespace safelead::web
