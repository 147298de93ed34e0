#pragma once

// The words of a document, in two steps: the document is chosen; its words are read through and added, to a
// case or to a report.

#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"

namespace safelead::web {

/// What was found in a document that was just read.
struct DocumentFound {
    std::size_t pictures_left_out = 0;
    std::size_t files_left_out = 0;
    std::size_t links_taken_out = 0;
    bool is_shortened = false;       ///< It is longer than a note; what is shown is its beginning.
    bool may_have_pictures = false;  ///< They could not be counted.
};

/// To choose one. `refused` says why the last one was refused, "" if none was.
[[nodiscard]] Html choose_document_page(const FormWriter& form, const CaseView& view, const FormFrame& frame,
                                        std::string_view refused);

/// To read through and add. `found` is null where the words come back after an error.
[[nodiscard]] Html check_document_page(const FormWriter& form, const CaseView& view, const FormFrame& frame,
                                       const DocumentFound* found);

/// The same two steps for a report that is not sent yet.
[[nodiscard]] Html choose_report_document_page(const Speaker& say, const FormFrame& frame,
                                               std::string_view refused);
[[nodiscard]] Html check_report_document_page(const FormWriter& form, const FormFrame& frame,
                                              const DocumentFound* found);

}  // namespace safelead::web
