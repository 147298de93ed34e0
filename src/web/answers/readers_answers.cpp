#include "web/answers/readers_answers.h"

#include "app/cases.h"
#include "app/reads.h"
#include "web/answers/case_turn.h"
#include "web/pages/readers_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

record::Reference reference_in(const Request& request)
{
    return record::Reference{std::string{request.path_value("ref")}};
}

record::Reference referral_in(const Request& request)
{
    return record::Reference{std::string{request.path_value("referral")}};
}

record::ChildId child_in(const Request& request)
{
    return record::ChildId{std::string{request.path_value("child")}};
}

/// What is above the list: a heading, and where it is about something that has more pages, the way back.
struct Above {
    Phrase title;
    std::string about;
    std::string address;  ///< Of what was read.
    Html content;
};

Above heading_of(const Site& site, Phrase title, std::string about, std::string address, const Phrase& back)
{
    Html content;
    content << "<h1 class=\"govuk-heading-l\">" << site.say()(title, {about})
            << "</h1><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(address) << "\">"
            << site.say()(back) << "</a></p>";
    return {std::move(title), std::move(about), std::move(address), std::move(content)};
}

Later<Response> show(Site& site, const Request& request, const Visitor& visitor, const app::ReadsOf& of,
                     Above above)
{
    return app::reads_of(site.app(), visitor.actor, of)
        .then([&site, &request, visitor,
               above = std::move(above)](app::Outcome<std::vector<app::Read>> reads) -> Response {
            if (!reads) return site.not_done(request, visitor, reads.error());
            const FormFields nothing;
            const FormErrors none;
            const FormWriter form{site.say(), nothing, none};
            const auto address = above.address + "/readers";
            Html main;
            main << above.content
                 << readers_list(form, {*reads,
                                        site.app().zone(),
                                        {.action = address + "/export",
                                         .csrf_token = visitor.csrf_token,
                                         .command = {},
                                         .draft = {},
                                         .page = address}});
            return site.page(request, visitor,
                             {.title = above.title, .main = std::move(main), .about = above.about});
        });
}

/// `called` stands in the file's name, and is a reference or nothing.
Later<Response> take(Site& site, const Request& request, const Visitor& visitor, const app::ReadsOf& of,
                     std::string called)
{
    return app::take_reads_away(site.app(), visitor.actor, of)
        .then([&site, &request, visitor,
               called = std::move(called)](app::Outcome<std::string> csv) -> Response {
            if (!csv) return site.not_done(request, visitor, csv.error());
            auto response = text_response(*std::move(csv));
            response.content_type = "text/csv; charset=utf-8";
            response.with_header("Content-Disposition",
                                 fmt::format("attachment; filename=\"who-has-read{}.csv\"", called));
            return response;
        });
}

std::string called(const record::Reference& reference)
{
    return fmt::format("-{}", reference.text());
}

}  // namespace

Later<Response> get_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto reference = reference_in(request);
    return app::view_case(site.app(), visitor.actor, reference)
        .then([&site, &request, visitor, reference](app::Outcome<app::CaseView> shown) -> Later<Response> {
            if (!shown) return site.not_done(request, visitor, shown.error());
            const auto view = case_view_of(site, visitor, *shown);
            Above above{"Who has read case {0}"_p, std::string{reference.text()}, view.address(), {}};
            above.content << case_header(site.say(), view, CasePlace::chronology,
                                         site.say()("Who has read this case"_p));
            for (const auto& concern : view.concerns)
                above.content << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/concerns/"
                              << text(concern.reported.reference.text()) << "/readers\">"
                              << site.say()("Who has read concern {0}, which is in it"_p,
                                            {concern.reported.reference.text()})
                              << "</a></p>";
            return show(site, request, visitor, app::ReadsOfCase{reference}, std::move(above));
        });
}

Later<Response> get_concern_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto reference = reference_in(request);
    return show(site, request, visitor, app::ReadsOfConcern{reference},
                heading_of(site, "Who has read concern {0}"_p, std::string{reference.text()},
                           fmt::format("/concerns/{}", reference.text()), "Back to the concern"_p));
}

Later<Response> get_conversation_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto reference = reference_in(request);
    return show(site, request, visitor, app::ReadsOfConversation{reference},
                heading_of(site, "Who has read conversation {0}"_p, std::string{reference.text()},
                           fmt::format("/conversations/{}", reference.text()), "Back to the conversation"_p));
}

Later<Response> get_child_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto child = child_in(request);
    return show(site, request, visitor, app::ReadsOfChild{child},
                heading_of(site, "Who has read this child’s page"_p, {},
                           fmt::format("/children/{}", child.text()), "Back to the child’s record"_p));
}

Later<Response> post_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto reference = reference_in(request);
    return take(site, request, visitor, app::ReadsOfCase{reference}, called(reference));
}

Later<Response> post_concern_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto reference = reference_in(request);
    return take(site, request, visitor, app::ReadsOfConcern{reference}, called(reference));
}

Later<Response> post_conversation_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto reference = reference_in(request);
    return take(site, request, visitor, app::ReadsOfConversation{reference}, called(reference));
}

Later<Response> post_child_readers(Site& site, const Request& request, Visitor visitor)
{
    return take(site, request, visitor, app::ReadsOfChild{child_in(request)}, "-a-childs-page");
}

Later<Response> get_received_referral_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto reference = referral_in(request);
    return show(site, request, visitor, app::ReadsOfReferral{reference},
                heading_of(site, "Who has read referral {0}"_p, std::string{reference.text()},
                           fmt::format("/referrals/{}", reference.text()), "Back to the referral"_p));
}

Later<Response> post_received_referral_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto reference = referral_in(request);
    return take(site, request, visitor, app::ReadsOfReferral{reference}, called(reference));
}

Later<Response> get_sent_referral_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto of = reference_in(request);
    const auto reference = referral_in(request);
    auto above = heading_of(site, "Who has read referral {0}"_p, std::string{reference.text()},
                            fmt::format("/cases/{}/referrals/{}", of.text(), reference.text()),
                            "Back to the referral"_p);
    above.content << "<p class=\"govuk-body\">"
                  << site.say()(
                         "On paper, and by a link. [Who has read its case](/cases/{0}/readers) has the "
                         "rest; what the agency’s own people read stands in the agency’s record."_p,
                         {of.text()})
                  << "</p>";
    return show(site, request, visitor, app::ReadsOfSentReferral{of, reference}, std::move(above));
}

Later<Response> post_sent_referral_readers(Site& site, const Request& request, Visitor visitor)
{
    const auto reference = referral_in(request);
    return take(site, request, visitor, app::ReadsOfSentReferral{reference_in(request), reference},
                called(reference));
}

}  // namespace safelead::web
