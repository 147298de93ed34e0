#pragma once

// What every form that takes a document has in common: whose it is, and what its words look like on the page
// where they are read through.

#include "app/documents.h"
#include "web/forms/document_form.h"
#include "web/pages/document_page.h"
#include "web/site.h"

#include <variant>

namespace safelead::web {

// Up to the largest document, and a form around it.
inline constexpr std::size_t document_body = (20 << 20) + 64 * 1024;

/// A document, from somebody who is signed in, by a form of ours. It is a view of the request.
struct DocumentSent {
    Visitor visitor;
    DocumentForm form;
};

/// The answer instead, where it is none.
[[nodiscard]] std::variant<DocumentSent, Response> document_in(Site& site, const Request& request);

/// What is shown of it, as much as a note can hold, as if it had been typed; and what was left out.
struct WordsShown {
    FormFields typed;
    DocumentFound found;
};
[[nodiscard]] WordsShown shown_of(const app::DocumentWords& words);

}  // namespace safelead::web
