#include "web/pages/document_page.h"

#include "web/forms/file_form.h"
#include "web/html/components/file_upload.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

void left_out(Html& out, const Speaker& say, std::size_t count, Phrase what)
{
    if (count > 0) out << "<li>" << say(what, {std::to_string(count)}) << "</li>";
}

Html what_was_left_out(const Speaker& say, const DocumentFound& found)
{
    Html lines;
    left_out(lines, say, found.pictures_left_out, "Pictures that were left out: {0}"_p);
    if (found.may_have_pictures)
        lines << "<li>"
              << say("If there were pictures in it, they were left out: they could not be counted"_p)
              << "</li>";
    left_out(lines, say, found.files_left_out, "Other files inside it that were left out: {0}"_p);
    left_out(lines, say, found.links_taken_out, "Links that were taken out: {0}"_p);
    Html out;
    if (!lines.is_empty()) out << "<ul class=\"govuk-list govuk-list--bullet\">" << lines << "</ul>";
    if (found.is_shortened) {
        Html warning;
        warning << say(
            "The document is longer than a note can be. Only its beginning is here. Add the rest by "
            "copying it from the document into more notes."_p);
        out << WarningText{.content = warning};
    }
    return out;
}

Html choice(const Speaker& say, const FormFrame& frame, std::string_view refused)
{
    Html out;
    out << "<p class=\"govuk-body\">"
        << say("Pictures, films and recordings are never kept. Do not send a document that has an image of a "
               "child in it, and do not make a copy of one."_p)
        << "</p>" << open_file_form(frame);
    FileUpload upload{.name = "document", .label = {.content = say("Document"_p)}};
    upload.hint =
        Hint{.content = say("Plain text, CSV, Markdown, Word (.docx), OpenDocument (.odt), PDF or e-mail "
                            "(.eml), up to 20 MB, with no more than 2 MB of text"_p)};
    if (!refused.empty()) upload.error = ErrorMessage{.content = text(refused)};
    out << upload << Button{.content = say("Read its words"_p), .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

Html why_refused(const Speaker& say, std::string_view refused)
{
    Html out;
    if (refused.empty()) return out;
    ErrorSummary summary{.title = say("There is a problem"_p)};
    summary.errors.push_back({.content = text(refused), .href = "#document"});
    out << summary;
    return out;
}

Html nothing_added_yet(const Speaker& say, const DocumentFound* found)
{
    Html out;
    if (found != nullptr) out << what_was_left_out(say, *found);
    out << "<p class=\"govuk-body\">"
        << say("Nothing has been added yet. Take out what does not belong in the record. The file itself is gone."_p)
        << "</p>";
    return out;
}

Html its_words(const FormWriter& form)
{
    const auto& say = form.say();
    Html out;
    out << hidden_input("kind", form.typed().text("kind"))
        << form.line("described", say("What is this document?"_p),
                     say("For example: minutes of the meeting on 3 November. Not the file’s name."_p))
        << form.paragraph("words", say("Its words"_p), {}, 20);
    return out;
}

Html back_to_report(const Speaker& say)
{
    Html out;
    out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/concerns/new\">"
        << say("Back to your report, without a document"_p) << "</a></p>";
    return out;
}

}  // namespace

Html choose_document_page(const FormWriter& form, const CaseView& view, const FormFrame& frame,
                          std::string_view refused)
{
    const auto& say = form.say();
    Html out;
    out << why_refused(say, refused)
        << case_header(say, view, CasePlace::notes, say("Add the words of a document"_p))
        << "<p class=\"govuk-body\">"
        << say("Only the words are kept, never the file. You read them through before they are added to the "
               "chronology."_p)
        << "</p>" << choice(say, frame, refused);
    return out;
}

Html check_document_page(const FormWriter& form, const CaseView& view, const FormFrame& frame,
                         const DocumentFound* found)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary()
        << case_header(say, view, CasePlace::notes, say("Check the words of the document"_p))
        << nothing_added_yet(say, found) << form.open(frame) << its_words(form)
        << form.event_time("when", say("When is it from?"_p), say("Leave it empty if it is from now."_p))
        << Button{.content = say("Add these words"_p), .prevents_double_click = true} << FormWriter::close();
    return out;
}

Html choose_report_document_page(const Speaker& say, const FormFrame& frame, std::string_view refused)
{
    Html out;
    out << why_refused(say, refused) << "<h1 class=\"govuk-heading-l\">"
        << say("Add the words of a document to your report"_p) << "</h1><p class=\"govuk-body\">"
        << say("Only the words are kept, never the file. You read them through before they are added. Your "
               "report has not been sent yet, and what you typed is kept."_p)
        << "</p>" << choice(say, frame, refused) << back_to_report(say);
    return out;
}

Html check_report_document_page(const FormWriter& form, const FormFrame& frame, const DocumentFound* found)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">"
        << say("Check the words of the document"_p) << "</h1>" << nothing_added_yet(say, found)
        << form.open(frame) << its_words(form)
        << Button{.content = say("Add these words to your report"_p), .prevents_double_click = true}
        << FormWriter::close() << back_to_report(say);
    return out;
}

}  // namespace safelead::web
