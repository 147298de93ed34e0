// Pages as they are sent, tag by tag. ACCEPT=1 writes them anew; the difference is then reviewed.

#include "golden/golden_file.h"
#include "web/pages/concern_page.h"
#include "web/pages/inbox_page.h"
#include "web/pages/sign_in_page.h"

#include <string>

namespace safelead::web {
namespace {

const Speaker say{english};

/// One tag a line, so that a difference can be read.
std::string by_tag(std::string_view html)
{
    std::string out;
    for (const char c : html) {
        if (c == '\n') continue;
        if (c == '<' && !out.empty() && out.back() != '\n') out += '\n';
        out += c;
        if (c == '>') out += '\n';
    }
    return out;
}

void expect_golden(const std::string& name, const Html& page)
{
    test::expect_golden_file("pages/" + name + ".html", by_tag(page.bytes()));
}

FormFrame frame(std::string action)
{
    return {.action = std::move(action), .csrf_token = "token", .command = "command-1", .draft = "draft"};
}

const std::vector<Ring> lead{{"Ada Bell, designated safeguarding lead", "0113 496 0101", ""}};

TEST(Pages, ReportAConcern)
{
    const FormFields typed{{{"words", "They said that <an image> was shared."}, {"danger", "unknown"}}};
    const FormErrors errors{{"child", Phrase{"x", "Choose the child"}}};
    expect_golden("report_a_concern", concern_form_page(FormWriter{say, typed, errors},
                                                        {.frame = frame("/concerns/new"),
                                                         .children_chosen = {{"c1", "Robin Vale", "Year 9"}},
                                                         .children_found = {{"c2", "Rowan Vale", "Year 7"}},
                                                         .staff_chosen = {},
                                                         .staff_found = {},
                                                         .searched = "find-child",
                                                         .lead = lead}));
}

TEST(Pages, ReportOfDangerSentPastTheHead)
{
    expect_golden(
        "report_of_danger_sent",
        concern_sent_page(say, {.reference = "R-2345-6789",
                                .danger = true,
                                .routed_to = record::RoutedTo::chair,
                                .lead = lead,
                                .agencies = {{"Duty and Advice", "0113 496 0102", "Open now, until 5pm."}},
                                .lado = {{"LADO", "0113 496 0103", ""}}}));
}

TEST(Pages, MyReports)
{
    const FormFields typed;
    const FormErrors none;
    expect_golden("my_reports", my_reports_page(FormWriter{say, typed, none},
                                                {{.reference = "R-2345-6789",
                                                  .reported = "23 November 2026, 6:40pm",
                                                  .read = true,
                                                  .worried = frame("/concerns/R-2345-6789/still-worried")}},
                                                ""));
}

TEST(Pages, SignInWithTypingThatThePageCarries)
{
    const FormFields typed;
    const FormErrors none;
    SignInPage page{.frame = {.action = "/sign-in", .csrf_token = "token", .command = {}, .draft = {}},
                    .next = "/concerns/new",
                    .reason = SignInReason::typing_kept};
    page.carried =
        app::Draft{.form = "concern", .of = {}, .fields = {{"words", "“Quoted” & kept"}}, .saved_at = {}};
    expect_golden("sign_in", sign_in_page(FormWriter{say, typed, none}, page));
}

}  // namespace
}  // namespace safelead::web
