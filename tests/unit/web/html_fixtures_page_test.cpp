// Navigation and content components, rendered from the options in govuk-frontend's own fixtures.

#include "html_fixtures.h"
#include "support/source_dir.h"

namespace safelead::web::fixtures {

namespace {

/// Marks that only GOV.UK may show are not in our program. The fixtures have them in every footer, so they
/// are taken from the package here: from `from` up to `until` in the fixture called "default".
Html from_default_footer(std::string_view from, std::string_view until)
{
    std::ifstream file{safelead::test::source_dir() + "/tests/data/govuk/footer.json"};
    const Json package = Json::parse(file);
    const std::string html = package.at("fixtures").at(0).at("html").get<std::string>();
    const std::size_t begin = html.find(from);
    return trusted(html.substr(begin, html.find(until, begin) - begin));
}

Html licence_of(const Json& options)
{
    if (options.contains("contentLicence") && options.at("contentLicence").is_null()) return {};
    const Html own = content(member(options, "contentLicence"));
    if (own.is_empty()) return from_default_footer("<svg\n            aria-hidden", "</div>");
    Html licence =
        from_default_footer("<svg\n            aria-hidden", "<span class=\"govuk-footer__licence");
    return licence << "<span class=\"govuk-footer__licence-description\">\n" << own << "\n</span>";
}

Html copyright_of(const Json& options)
{
    const Html own = content(member(options, "copyright"));
    if (own.is_empty())
        return from_default_footer("<a\n          class=\"govuk-footer__link govuk-footer__copy", "</div>");
    Html copyright = from_default_footer("<a\n          class=\"govuk-footer__link govuk-footer__copy", "©");
    return copyright << own << "\n</a>";
}

std::vector<FooterLink> footer_links(const Json& items)
{
    std::vector<FooterLink> links;
    for (const Json& item : items) {
        links.push_back(
            {.content = content(item), .href = string(item, "href"), .attributes = attributes(item)});
    }
    return links;
}

Html render_footer(const Json& options)
{
    Footer footer{.logo = from_default_footer("<svg\n    focusable", "<div class=\"govuk-footer__meta"),
                  .licence = licence_of(options),
                  .copyright = copyright_of(options),
                  .classes = string(options, "classes"),
                  .container_classes = string(options, "containerClasses"),
                  .attributes = attributes(options)};
    for (const Json& section : member(options, "navigation")) {
        footer.sections.push_back({.title = content(section, "", "title"),
                                   .width = string(section, "width", "full"),
                                   .columns = number(section, "columns"),
                                   .links = footer_links(member(section, "items"))});
    }
    if (const Json& meta = member(options, "meta"); is_true(meta)) {
        footer.meta =
            FooterMeta{.visually_hidden_title = string(meta, "visuallyHiddenTitle", "Support links"),
                       .links = footer_links(member(meta, "items")),
                       .content = content(meta)};
    }
    return footer;
}

Html render_breadcrumbs(const Json& options)
{
    Breadcrumbs breadcrumbs{.collapse_on_mobile = is_true(member(options, "collapseOnMobile")),
                            .label = string(options, "labelText", "Breadcrumb"),
                            .classes = string(options, "classes"),
                            .attributes = attributes(options)};
    for (const Json& item : member(options, "items")) {
        breadcrumbs.items.push_back(
            {.content = content(item), .href = string(item, "href"), .attributes = attributes(item)});
    }
    return breadcrumbs;
}

Html render_error_summary(const Json& options)
{
    ErrorSummary summary{.title = content(options, "titleHtml", "titleText"),
                         .description = content(options, "descriptionHtml", "descriptionText"),
                         .disables_auto_focus = boolean(options, "disableAutoFocus"),
                         .classes = string(options, "classes"),
                         .attributes = attributes(options)};
    for (const Json& item : member(options, "errorList")) {
        summary.errors.push_back(
            {.content = content(item), .href = string(item, "href"), .attributes = attributes(item)});
    }
    return summary;
}

Html render_language_navigation(const Json& options)
{
    LanguageNavigation navigation{.label = string(options, "ariaLabel", "Language"),
                                  .classes = string(options, "classes"),
                                  .attributes = attributes(options)};
    for (const Json& item : member(options, "items")) {
        navigation.items.push_back({.content = content(item),
                                    .href = string(item, "href"),
                                    .lang = string(item, "lang"),
                                    .href_lang = string(item, "hrefLang"),
                                    .dir = string(item, "dir"),
                                    .description = string(item, "languageDescriptionText"),
                                    .is_current = is_true(member(item, "current")),
                                    .classes = string(item, "classes"),
                                    .attributes = attributes(item)});
    }
    return navigation;
}

Html render_notification_banner(const Json& options)
{
    const bool has_html = is_true(member(options, "html"));
    return NotificationBanner{
        .kind = string(options, "type") == "success" ? BannerKind::success : BannerKind::important,
        .title = content(options, "titleHtml", "titleText"),
        .heading = has_html ? Html{} : content(options),
        .content = has_html ? content(options) : Html{},
        .title_id = string(options, "titleId", "govuk-notification-banner-title"),
        .title_heading_level = number(options, "titleHeadingLevel").value_or(2),
        .role = string(options, "role"),
        .disables_auto_focus = boolean(options, "disableAutoFocus"),
        .classes = string(options, "classes"),
        .attributes = attributes(options)};
}

std::optional<PaginationLink> pagination_link(const Json& options, const char* key)
{
    const Json& given = member(options, key);
    if (!is_true(given)) return std::nullopt;
    return PaginationLink{.href = string(given, "href"),
                          .content = content(given),
                          .label = string(given, "labelText"),
                          .attributes = attributes(given)};
}

Html render_pagination(const Json& options)
{
    Pagination pagination{.previous = pagination_link(options, "previous"),
                          .next = pagination_link(options, "next"),
                          .landmark_label = string(options, "landmarkLabel", "Pagination"),
                          .classes = string(options, "classes"),
                          .attributes = attributes(options)};
    for (const Json& item : member(options, "items")) {
        if (item.is_null() || item.empty()) continue;
        pagination.items.push_back({.number = string(item, "number"),
                                    .href = string(item, "href"),
                                    .is_current = is_true(member(item, "current")),
                                    .is_ellipsis = is_true(member(item, "ellipsis")),
                                    .visually_hidden_text = string(item, "visuallyHiddenText"),
                                    .attributes = attributes(item)});
    }
    return pagination;
}

Html render_panel(const Json& options)
{
    Panel panel{.title = content(options, "titleHtml", "titleText"),
                .content = content(options),
                .heading_level = number(options, "headingLevel").value_or(1),
                .classes = string(options, "classes"),
                .attributes = attributes(options)};
    const Json& actions = member(options, "actions");
    if (!is_true(actions)) return panel;
    panel.actions.emplace();
    panel.actions_classes = string(actions, "classes");
    panel.actions_attributes = attributes(actions);
    for (const Json& action : member(actions, "items")) {
        panel.actions->push_back({.content = string(action, "text"),
                                  .href = string(action, "href"),
                                  .type = string(action, "type"),
                                  .classes = string(action, "classes"),
                                  .attributes = attributes(action)});
    }
    return panel;
}

Tag tag_of(const Json& options)
{
    return {.content = content(options),
            .classes = string(options, "classes"),
            .attributes = attributes(options)};
}

Html slot(const Json& slots, const char* key)
{
    const Json& given = member(slots, key);
    return given.is_object() ? markup(given, "html") : markup(slots, key);
}

Html render_service_navigation(const Json& options)
{
    const Json& slots = member(options, "slots");
    ServiceNavigation navigation{.service_name = string(options, "serviceName"),
                                 .service_url = string(options, "serviceUrl"),
                                 .label = string(options, "ariaLabel", "Service information"),
                                 .menu_button_text = string(options, "menuButtonText", "Menu"),
                                 .menu_button_label = string(options, "menuButtonLabel"),
                                 .navigation_label = string(options, "navigationLabel"),
                                 .navigation_id = string(options, "navigationId", "navigation"),
                                 .navigation_classes = string(options, "navigationClasses"),
                                 .collapses_on_mobile = boolean(options, "collapseNavigationOnMobile"),
                                 .start = slot(slots, "start"),
                                 .end = slot(slots, "end"),
                                 .end_is_inline = string(member(slots, "end"), "align") == "inline",
                                 .navigation_start = slot(slots, "navigationStart"),
                                 .navigation_end = slot(slots, "navigationEnd"),
                                 .classes = string(options, "classes"),
                                 .attributes = attributes(options)};
    for (const Json& item : member(options, "navigation")) {
        if (!is_true(item)) continue;
        navigation.items.push_back({.content = content(item),
                                    .href = string(item, "href"),
                                    .is_current = is_true(member(item, "current")),
                                    .is_active = is_true(member(item, "active")),
                                    .attributes = attributes(item)});
    }
    return navigation;
}

std::vector<SummaryAction> summary_actions(const Json& options)
{
    std::vector<SummaryAction> actions;
    for (const Json& action : member(member(options, "actions"), "items")) {
        actions.push_back({.content = content(action),
                           .href = string(action, "href"),
                           .visually_hidden_text = string(action, "visuallyHiddenText"),
                           .classes = string(action, "classes"),
                           .attributes = attributes(action)});
    }
    return actions;
}

Html render_summary_list(const Json& options)
{
    SummaryList list{.classes = string(options, "classes"), .attributes = attributes(options)};
    for (const Json& row : member(options, "rows")) {
        if (!is_true(row)) continue;
        const Json& actions = member(row, "actions");
        list.rows.push_back({.key = content(member(row, "key")),
                             .value = content(member(row, "value")),
                             .actions = summary_actions(row),
                             .key_classes = string(member(row, "key"), "classes"),
                             .value_classes = string(member(row, "value"), "classes"),
                             .actions_classes = string(actions, "classes"),
                             .classes = string(row, "classes"),
                             .keeps_action_column = is_true(member(actions, "items"))});
    }
    const Json& card = member(options, "card");
    if (!is_true(card)) return list;
    const Json& title = member(card, "title");
    list.card = SummaryCard{.title = content(title),
                            .actions = summary_actions(card),
                            .heading_level = number(title, "headingLevel").value_or(2),
                            .title_classes = string(title, "classes"),
                            .actions_classes = string(member(card, "actions"), "classes"),
                            .classes = string(card, "classes"),
                            .attributes = attributes(card)};
    return list;
}

TableCell cell(const Json& given)
{
    return {.content = content(given),
            .format = string(given, "format"),
            .classes = string(given, "classes"),
            .colspan = number(given, "colspan"),
            .rowspan = number(given, "rowspan"),
            .attributes = attributes(given)};
}

Html render_table(const Json& options)
{
    Table table{.caption = string(options, "caption"),
                .caption_classes = string(options, "captionClasses"),
                .first_cell_is_header = is_true(member(options, "firstCellIsHeader")),
                .classes = string(options, "classes"),
                .attributes = attributes(options)};
    for (const Json& given : member(options, "head")) table.head.push_back(cell(given));
    for (const Json& row : member(options, "rows")) {
        if (!is_true(row)) continue;
        table.rows.emplace_back();
        for (const Json& given : row) table.rows.back().push_back(cell(given));
    }
    return table;
}

Html render_tabs(const Json& options)
{
    Tabs tabs{.title = string(options, "title", "Contents"),
              .id = string(options, "id"),
              .id_prefix = string(options, "idPrefix"),
              .classes = string(options, "classes"),
              .attributes = attributes(options)};
    for (const Json& item : member(options, "items")) {
        if (!is_true(item)) {
            tabs.items.emplace_back();
            continue;
        }
        const Json& panel = member(item, "panel");
        Html inside = markup(panel, "html");
        if (inside.is_empty() && is_true(member(panel, "text"))) {
            inside << "<p class=\"govuk-body\">" << content(panel) << "</p>";
        }
        tabs.items.push_back(Tab{.label = string(item, "label"),
                                 .id = string(item, "id"),
                                 .content = inside,
                                 .attributes = attributes(item),
                                 .panel_attributes = attributes(panel)});
    }
    return tabs;
}

Html render_task_list(const Json& options)
{
    TaskList list{.id_prefix = string(options, "idPrefix", "task-list"),
                  .classes = string(options, "classes"),
                  .attributes = attributes(options)};
    for (const Json& item : member(options, "items")) {
        if (!is_true(item)) {
            list.items.emplace_back();
            continue;
        }
        const Json& status = member(item, "status");
        const Json& tag = member(status, "tag");
        list.items.push_back(
            TaskListItem{.title = content(member(item, "title")),
                         .hint = content(member(item, "hint")),
                         .href = string(item, "href"),
                         .status_tag = is_true(tag) ? std::optional{tag_of(tag)} : std::nullopt,
                         .status = content(status),
                         .title_classes = string(member(item, "title"), "classes"),
                         .status_classes = string(status, "classes"),
                         .classes = string(item, "classes")});
    }
    return list;
}

}  // namespace

TEST(GovukFixtures, BackLinkIsAsInThePackage)
{
    check("back-link", [](const Json& options) -> Html {
        const Html given = content(options);
        return BackLink{.href = string(options, "href", "#"),
                        .content = given.is_empty() ? Html{Markup{"Back"}} : given,
                        .classes = string(options, "classes"),
                        .attributes = attributes(options)};
    });
}

TEST(GovukFixtures, BreadcrumbsAreAsInThePackage)
{
    check("breadcrumbs", render_breadcrumbs);
}

TEST(GovukFixtures, DetailsAreAsInThePackage)
{
    check("details", [](const Json& options) -> Html {
        return Details{.summary = content(options, "summaryHtml", "summaryText"),
                       .content = content(options),
                       .is_open = is_true(member(options, "open")),
                       .id = string(options, "id"),
                       .classes = string(options, "classes"),
                       .attributes = attributes(options)};
    });
}

TEST(GovukFixtures, ErrorSummaryIsAsInThePackage)
{
    check("error-summary", render_error_summary);
}

TEST(GovukFixtures, ExitThisPageIsAsInThePackage)
{
    check("exit-this-page", [](const Json& options) -> Html {
        return ExitThisPage{.content = content(options),
                            .redirect_url = string(options, "redirectUrl", "https://www.bbc.co.uk/weather"),
                            .id = string(options, "id"),
                            .classes = string(options, "classes"),
                            .activated_text = string(options, "activatedText"),
                            .timed_out_text = string(options, "timedOutText"),
                            .press_two_more_times_text = string(options, "pressTwoMoreTimesText"),
                            .press_one_more_time_text = string(options, "pressOneMoreTimeText"),
                            .attributes = attributes(options)};
    });
}

TEST(GovukFixtures, FooterIsAsInThePackage)
{
    check("footer", render_footer);
}

TEST(GovukFixtures, GenericHeaderIsAsInThePackage)
{
    check("generic-header", [](const Json& options) -> Html {
        return GenericHeader{
            .logo = content(options, "logoHtml", "logoText"),
            .url = string(options, "url", "/"),
            .classes = string(options, "classes"),
            .container_classes = string(options, "containerClasses", "govuk-width-container"),
            .attributes = attributes(options)};
    });
}

TEST(GovukFixtures, InsetTextIsAsInThePackage)
{
    check("inset-text", [](const Json& options) -> Html {
        return InsetText{.content = content(options),
                         .id = string(options, "id"),
                         .classes = string(options, "classes"),
                         .attributes = attributes(options)};
    });
}

TEST(GovukFixtures, LanguageNavigationIsAsInThePackage)
{
    check("language-navigation", render_language_navigation);
}

TEST(GovukFixtures, NotificationBannerIsAsInThePackage)
{
    check("notification-banner", render_notification_banner);
}

TEST(GovukFixtures, PaginationIsAsInThePackage)
{
    check("pagination", render_pagination);
}

TEST(GovukFixtures, PanelIsAsInThePackage)
{
    check("panel", render_panel);
}

TEST(GovukFixtures, PhaseBannerIsAsInThePackage)
{
    check("phase-banner", [](const Json& options) -> Html {
        return PhaseBanner{.tag = tag_of(member(options, "tag")),
                           .content = content(options),
                           .classes = string(options, "classes"),
                           .attributes = attributes(options)};
    });
}

TEST(GovukFixtures, ServiceNavigationIsAsInThePackage)
{
    check("service-navigation", render_service_navigation);
}

TEST(GovukFixtures, SkipLinkIsAsInThePackage)
{
    check("skip-link", [](const Json& options) -> Html {
        return SkipLink{.content = content(options),
                        .href = string(options, "href", "#content"),
                        .classes = string(options, "classes"),
                        .attributes = attributes(options)};
    });
}

TEST(GovukFixtures, SummaryListIsAsInThePackage)
{
    check("summary-list", render_summary_list);
}

TEST(GovukFixtures, TableIsAsInThePackage)
{
    check("table", render_table);
}

TEST(GovukFixtures, TabsAreAsInThePackage)
{
    check("tabs", render_tabs);
}

TEST(GovukFixtures, TagIsAsInThePackage)
{
    check("tag", [](const Json& options) -> Html { return tag_of(options); });
}

TEST(GovukFixtures, TaskListIsAsInThePackage)
{
    check("task-list", render_task_list);
}

TEST(GovukFixtures, WarningTextIsAsInThePackage)
{
    check("warning-text", [](const Json& options) -> Html {
        return WarningText{.content = content(options),
                           .icon_fallback_text = string(options, "iconFallbackText", "Warning"),
                           .classes = string(options, "classes"),
                           .attributes = attributes(options)};
    });
}

}  // namespace safelead::web::fixtures
