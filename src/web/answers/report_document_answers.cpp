#include "web/answers/report_document_answers.h"

#include "app/drafts.h"
#include "app/report_concern.h"
#include "record/text_limits.h"
#include "web/answers/concern_answers.h"
#include "web/answers/document_reading.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

using app::DocumentRefused;
using app::DocumentWords;

constexpr std::string_view report_draft = "concern";
constexpr std::string_view document_draft = "concern-document";
constexpr std::string_view report_page = "/concerns/new";
constexpr std::string_view document_page = "/concerns/new/document";

/// Whoever gets the report is told, as they are in a case.
constexpr std::string_view refused_note = "A document was refused. Nothing of it was kept.";

FormFrame frame_to(const Site& site, const Visitor& visitor, std::string_view address, std::string_view draft)
{
    return {.action = std::string{address},
            .csrf_token = visitor.csrf_token,
            .command = site.new_command(),
            .draft = std::string{draft},
            .page = std::string{document_page}};
}

Response choose(const Site& site, const Request& request, const Visitor& visitor, std::string_view refused)
{
    return site.page(
        request, visitor,
        {.title = "Words of a document for a report"_p,
         .main = choose_report_document_page(site.say(), frame_to(site, visitor, document_page, ""), refused),
         .status = refused.empty() ? Status::ok : Status::unprocessable});
}

Response check(Site& site, const Request& request, const Visitor& visitor, const FormFields& typed,
               const FormErrors& errors, const DocumentFound* found)
{
    const FormWriter form{site.say(), typed, errors};
    const auto frame = frame_to(site, visitor, "/concerns/new/document/words", document_draft);
    return site.page(request, visitor,
                     {.title = "Words of a document for a report"_p,
                      .main = check_report_document_page(form, frame, found),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

/// What was typed into the report so far, with more at the end of its words.
app::Draft report_with(Site& site, const Visitor& visitor, std::string_view more)
{
    auto draft = app::draft(site.app(), visitor.actor, report_draft)
                     .value_or(app::Draft{std::string{report_draft}, std::nullopt, {}, {}});
    const auto found = std::ranges::find(draft.fields, "words", &std::pair<std::string, std::string>::first);
    auto& words = found != draft.fields.end() ? found->second
                                              : draft.fields.emplace_back("words", std::string{}).second;
    if (!words.empty()) words += "\n\n";
    words += more;
    return draft;
}

/// The record has it at once; the note in the draft tells whoever gets the report, if it is sent.
Later<Response> refuse(Site& site, const Request& request, const Visitor& visitor, std::string_view why)
{
    return app::note_refused(site.app(), visitor.actor, app::SentAs::document)
        .then([&site, &request, visitor, why](app::Outcome<Done> noted) -> Response {
            if (!noted) return site.not_done(request, visitor, noted.error());
            auto draft = report_with(site, visitor, refused_note);
            if (const auto kept = app::save_draft(site.app(), visitor.actor, std::move(draft)); !kept)
                return site.not_done(request, visitor, kept.error());
            return choose(site, request, visitor, why);
        });
}

}  // namespace

Response leave_report_for_document(Site& site, const Visitor& visitor, const FormFields& typed)
{
    app::Draft draft{std::string{report_draft}, std::nullopt, worth_keeping(typed), {}};
    const bool is_kept = app::save_draft(site.app(), visitor.actor, std::move(draft)).has_value();
    return is_kept ? see_other(std::string{document_page}) : site.fault(Fault::too_large);
}

Later<Response> get_report_document(Site& site, const Request& request, Visitor visitor)
{
    if (auto refused = cannot_report(site, request, visitor)) return *std::move(refused);
    const auto typing = typing_of(site, visitor, document_draft, std::nullopt);
    if (typing.restored) return check(site, request, visitor, typing.fields, {}, nullptr);
    return choose(site, request, visitor, "");
}

Later<Response> post_report_document(Site& site, const Request& request)
{
    auto sent = document_in(site, request);
    if (auto* instead = std::get_if<Response>(&sent)) return std::move(*instead);
    const auto& [visitor, form] = std::get<DocumentSent>(sent);
    if (auto refused = cannot_report(site, request, visitor)) return *std::move(refused);
    auto reading = app::read_document(site.app(), form.document, form.ending);
    if (!reading) return site.fault(Fault::unavailable);
    return std::move(*reading).then(
        [&site, &request, visitor = visitor](Result<DocumentWords, DocumentRefused> read) -> Later<Response> {
            if (!read) return refuse(site, request, visitor, app::why_refused(read.error()));
            const auto shown = shown_of(*read);
            return check(site, request, visitor, shown.typed, {}, &shown.found);
        });
}

Later<Response> post_report_document_words(Site& site, const Request& request, Visitor visitor)
{
    if (auto refused = cannot_report(site, request, visitor)) return *std::move(refused);
    FormReader read{request.form, site.app().zone()};
    const auto described = read.needed("described", "Say what the document is"_p);
    const auto words = read.needed("words", "There are no words to add"_p);
    const auto kind = app::kind_from(read.words("kind"));
    auto draft =
        report_with(site, visitor, fmt::format("Words of a document ({}): {}\n\n{}", kind, described, words));
    for (const auto& [name, value] : draft.fields)
        if (name == "words" && !record::fits_account(value))
            read.wrong("words",
                       "With what you have written in your report, this is too long. Shorten it, or send the "
                       "report first and the rest in another"_p);
    if (!read.errors().empty()) return check(site, request, visitor, request.form, read.errors(), nullptr);
    if (const auto kept = app::save_draft(site.app(), visitor.actor, std::move(draft)); !kept)
        return site.not_done(request, visitor, kept.error());
    app::forget_draft(site.app(), visitor.actor, document_draft);
    return see_other(std::string{report_page});
}

}  // namespace safelead::web
