#pragma once

// The words of a document, added to a case. The document comes in one request and is gone after it; its words
// come back on a page, and what the person makes of them is an ordinary note.

#include "web/answers/case_turn.h"
#include "web/pages/words.h"

namespace safelead::web {

Later<Response> get_document(Site& site, const Request& request, Visitor visitor);

/// Looks after itself, because its form is not one that the server reads: see routes.cpp.
Later<Response> post_document(Site& site, const Request& request);

namespace case_page {
Html draw_document_words(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
CaseTyped parse_document_words(const CaseTurn& turn, const FormFields& typed);

inline constexpr CaseForm document_words_turn{
    "Words of a document: case {0}"_p, "", "chronology", draw_document_words, nullptr, parse_document_words};
}  // namespace case_page

}  // namespace safelead::web
