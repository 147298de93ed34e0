#include "web/html/page.h"

#include "web/forms/csrf.h"
#include "web/html/assets.h"
#include "web/html/components/exit_this_page.h"
#include "web/html/components/footer.h"
#include "web/html/components/generic_header.h"
#include "web/html/components/skip_link.h"
#include "web/text/layout.h"

namespace safelead::web {

namespace {

namespace say = words::layout;

std::string title_of(const Page& page, const Speaker& speak)
{
    const std::string product = speak.plain(say::product);
    if (page.title_kind == TitleKind::neutral || page.title.empty()) return product;
    return page.title + " - " + product;
}

void append_head(Html& out, const Page& page, const Speaker& speak)
{
    out << "<head>\n<meta charset=\"utf-8\">\n<title>" << text(title_of(page, speak))
        << "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, "
           "viewport-fit=cover\">\n"
           "<meta name=\"theme-color\" content=\"#10303c\">\n"
           "<link rel=\"icon\" href=\""
        << text(asset_path("favicon.svg")) << "\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\""
        << text(asset_path("safelead.css")) << "\">\n<link rel=\"modulepreload\" href=\""
        << text(asset_path("govuk-frontend.min.js")) << "\">\n</head>\n";
}

Html account_of(const SignedIn& signed_in, const Speaker& speak)
{
    Html out;
    out << "<div class=\"safelead-account govuk-body-s govuk-!-margin-bottom-0 no-print\"><span>"
        << (signed_in.organisation.empty()
                ? speak(say::signed_in_as, {signed_in.name})
                : speak(say::signed_in_at, {signed_in.name, signed_in.organisation}))
        << "</span>";
    if (!signed_in.elsewhere.empty())
        out << "<a class=\"govuk-link\" href=\"" << text(signed_in.elsewhere) << "\">"
            << speak(say::work_elsewhere) << "</a>";
    out << "<form method=\"post\" action=\"/sign-out\">" << csrf_input(signed_in.csrf_token)
        << "<button class=\"safelead-link-button\" type=\"submit\">" << speak(say::sign_out)
        << "</button></form></div>\n";
    return out;
}

void append_header(Html& out, const Page& page, const Speaker& speak)
{
    out << "<header class=\"govuk-template__header\">\n"
        << GenericHeader{.logo = speak(say::product), .classes = "safelead-header"};
    if (page.practice == Practice::yes) {
        out << "<div class=\"safelead-practice\" role=\"region\" aria-label=\""
            << text(speak.plain(say::practice)) << "\"><div class=\"govuk-width-container\">"
            << speak(say::practice) << ".<span class=\"no-print govuk-!-font-weight-regular\"> "
            << speak(say::practice_more) << "</span></div></div>\n";
    }
    if (!page.navigation.empty() || page.signed_in) {
        out << ServiceNavigation{.items = page.navigation,
                                 .label = speak.plain(say::about_service),
                                 .menu_button_text = speak.plain(say::menu),
                                 .end = page.signed_in ? account_of(*page.signed_in, speak) : Html{},
                                 .end_is_inline = true};
    }
    out << "</header>\n";
}

Html exit_button(const Speaker& speak)
{
    Html content;
    content << "<span class=\"govuk-visually-hidden\">" << speak(say::exit_emergency) << "</span> "
            << speak(say::exit);
    return ExitThisPage{.content = std::move(content),
                        .activated_text = speak.plain(say::exit_activated),
                        .timed_out_text = speak.plain(say::exit_timed_out),
                        .press_two_more_times_text = speak.plain(say::exit_two_more),
                        .press_one_more_time_text = speak.plain(say::exit_one_more)};
}

void append_middle(Html& out, const Page& page, const Speaker& speak)
{
    out << "<div class=\"govuk-width-container\">\n";
    if (page.exit_button == ExitButton::present) out << exit_button(speak);
    if (!page.before_main.is_empty()) {
        out << "<section aria-label=\"" << text(speak.plain(say::way_back)) << "\">" << page.before_main
            << "</section>\n";
    }
    out << "<main class=\"govuk-main-wrapper\" id=\"main-content\">\n";
    if (page.width == Width::two_thirds) {
        out << "<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">\n"
            << page.main << "</div></div>\n";
    } else {
        out << page.main;
    }
    out << "</main>\n</div>\n";
}

void append_footer(Html& out, const Speaker& speak)
{
    out << "<footer class=\"govuk-template__footer\">\n"
        << Footer{.meta = FooterMeta{.visually_hidden_title = speak.plain(say::support_links),
                                     .links = {{.content = speak(say::nav_now), .href = "/now"},
                                               {.content = speak(say::nav_paper), .href = "/now/paper"},
                                               {.content = speak(say::nav_law), .href = "/law"},
                                               {.content = speak(say::nav_accessibility),
                                                .href = "/accessibility"},
                                               {.content = speak(say::nav_privacy), .href = "/privacy"}},
                                     .content = speak(say::footer_danger)}}
        << "</footer>\n";
}

/// Scripts hold no words of their own: they read them here.
void append_scripts(Html& out, const Page& page, const Speaker& speak)
{
    out << "<script type=\"module\" src=\"" << text(asset_path("safelead.js")) << "\"></script>\n";
    if (page.scripts.empty()) return;
    const auto words = [&](const char* name, const Phrase& phrase) {
        return Attribute{name, speak.plain(phrase)};
    };
    out << "<div id=\"script-words\" hidden"
        << Attributes{words("data-kept", say::kept),         words("data-kept-sign-in", say::kept_sign_in),
                      words("data-not-kept", say::not_kept), words("data-added", say::added),
                      words("data-found", say::found),       words("data-none-found", say::none_found)}
        << "></div>\n";
    for (const std::string& script : page.scripts) {
        out << "<script type=\"module\" src=\"" << text(asset_path(script)) << "\"></script>\n";
    }
}

}  // namespace

Html document(const Page& page)
{
    const Speaker speak{page.language};
    Html out;
    out.reserve(8192 + page.main.bytes().size());
    out << "<!DOCTYPE html>\n<html lang=\"" << text(page.language.code) << "\" dir=\""
        << text(dir_of(page.language)) << "\" class=\"govuk-template\">\n";
    append_head(out, page, speak);
    out << "<body class=\"govuk-template__body\">\n<script src=\"" << text(asset_path("start.js"))
        << "\"></script>\n"
        << SkipLink{.content = speak(say::skip), .href = "#main-content"};
    append_header(out, page, speak);
    append_middle(out, page, speak);
    append_footer(out, speak);
    append_scripts(out, page, speak);
    return out << "</body>\n</html>\n";
}

std::vector<ServiceNavigationItem> open_navigation(const Language& language, std::string_view current_path)
{
    const Speaker speak{language};
    std::vector<ServiceNavigationItem> items;
    const auto add = [&](const Phrase& name, std::string_view path) {
        items.push_back(
            {.content = speak(name), .href = std::string{path}, .is_current = path == current_path});
    };
    add(say::nav_now, "/now");
    add(say::nav_young_people, "/young-people");
    add(say::nav_parents, "/parents");
    add(say::nav_law, "/law");
    add(say::nav_sign_in, "/sign-in");
    return items;
}

Html csrf_input(std::string_view token)
{
    Html out;
    out << "<input type=\"hidden\" name=\"" << text(csrf_field) << "\" value=\"" << text(token) << "\">";
    return out;
}

}  // namespace safelead::web
