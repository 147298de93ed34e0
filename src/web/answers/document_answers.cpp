#include "web/answers/document_answers.h"

#include "web/answers/document_reading.h"
#include "web/forms/form_reader.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace safelead::web {

namespace {

using app::DocumentRefused;
using app::DocumentWords;

constexpr std::string_view refused_note = "A document was refused. Nothing of it was kept.";

struct Opened {
    Visitor visitor;
    CaseView view;
};

Response choose(const CaseTurn& turn, std::string_view refused)
{
    const FormFields none;
    const FormErrors no_errors;
    const FormWriter form{turn.site.say(), none, no_errors};
    return turn.site.page(
        turn.request, turn.visitor,
        {.title = "Words of a document: case {0}"_p,
         .main = choose_document_page(form, turn.view, turn.frame("documents", ""), refused),
         .about = std::string{turn.view.reference()},
         .status = refused.empty() ? Status::ok : Status::unprocessable});
}

Response check(const CaseTurn& turn, const DocumentWords& words)
{
    const auto shown = shown_of(words);
    const FormErrors none;
    const FormWriter form{turn.site.say(), shown.typed, none};
    return turn.site.page(
        turn.request, turn.visitor,
        {.title = "Words of a document: case {0}"_p,
         .main = check_document_page(form, turn.view, turn.frame("documents/words", ""), &shown.found),
         .about = std::string{turn.view.reference()}});
}

/// That something was refused goes into the record; what it was does not.
Later<Response> refuse(Site& site, const Request& request, const record::Reference& reference,
                       std::shared_ptr<const Opened> opened, std::string_view why)
{
    record::AddNote note{
        {.by = opened->visitor.actor.person, .when = {}, .words = std::string{refused_note}}};
    return app::change_case(site.app(), opened->visitor.actor, CommandId{site.new_command()}, reference,
                            record::CaseCommand{std::move(note)})
        .then([&site, &request, opened, why](app::Outcome<app::CaseChanged> changed) -> Response {
            if (!changed) return site.not_done(request, opened->visitor, changed.error());
            return choose({site, request, opened->visitor, opened->view}, why);
        });
}

Later<Response> read_and_show(Site& site, const Request& request, const record::Reference& reference,
                              std::shared_ptr<const Opened> opened, const DocumentForm& form)
{
    auto reading = app::read_document(site.app(), form.document, form.ending);
    if (!reading) return site.fault(Fault::unavailable);
    return std::move(*reading).then(
        [&site, &request, reference, opened](Result<DocumentWords, DocumentRefused> read) -> Later<Response> {
            if (!read) return refuse(site, request, reference, opened, app::why_refused(read.error()));
            return check({site, request, opened->visitor, opened->view}, *read);
        });
}

record::Reference reference_of(const Request& request)
{
    return record::Reference{std::string{request.path_value("ref")}};
}

}  // namespace

Later<Response> get_document(Site& site, const Request& request, Visitor visitor)
{
    return app::view_case(site.app(), visitor.actor, reference_of(request))
        .then([&site, &request, visitor](app::Outcome<app::CaseView> shown) -> Response {
            if (!shown) return site.not_done(request, visitor, shown.error());
            const auto view = case_view_of(site, visitor, *shown);
            return choose({site, request, visitor, view}, "");
        });
}

Later<Response> post_document(Site& site, const Request& request)
{
    auto sent = document_in(site, request);
    if (auto* instead = std::get_if<Response>(&sent)) return std::move(*instead);
    const auto& [visitor, form] = std::get<DocumentSent>(sent);

    const auto reference = reference_of(request);
    return app::view_case(site.app(), visitor.actor, reference)
        .then([&site, &request, reference, visitor = visitor,
               form = form](app::Outcome<app::CaseView> shown) -> Later<Response> {
            if (!shown) return site.not_done(request, visitor, shown.error());
            const auto opened =
                std::make_shared<const Opened>(Opened{visitor, case_view_of(site, visitor, *shown)});
            if (!opened->view.takes(access::Action::change_case)) return site.fault(Fault::forbidden);
            return read_and_show(site, request, reference, opened, form);
        });
}

namespace case_page {

Html draw_document_words(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    const FormWriter form{turn.site.say(), typed, errors};
    return check_document_page(form, turn.view, turn.frame("documents/words", ""), nullptr);
}

CaseTyped parse_document_words(const CaseTurn& turn, const FormFields& typed)
{
    FormReader read{typed, turn.zone()};
    auto command = read.command();
    const auto described = read.needed("described", "Say what the document is"_p);
    const auto words = read.needed("words", "There are no words to add"_p);
    auto when = read.event_time("when");
    record::NoteAdded note{.by = turn.by(),
                           .when = std::move(when),
                           .words = fmt::format("Words of a document ({}): {}\n\n{}",
                                                app::kind_from(read.words("kind")), described, words)};
    return as_command(read.finish(Typed<record::AddNote>{command, {std::move(note)}}));
}

}  // namespace case_page

}  // namespace safelead::web
