#pragma once

// The words of a document, added to a report that is not sent yet: to what its reporter has typed so far,
// which is kept meanwhile as any typing is.

#include "web/site.h"

namespace safelead::web {

/// From the form of the report: keeps what is typed in it and leads to the document.
Response leave_report_for_document(Site& site, const Visitor& visitor, const FormFields& typed);

Later<Response> get_report_document(Site& site, const Request& request, Visitor visitor);

/// Looks after itself, because its form is not one that the server reads: see routes.cpp.
Later<Response> post_report_document(Site& site, const Request& request);

Later<Response> post_report_document_words(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
