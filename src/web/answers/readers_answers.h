#pragma once

#include "web/site.h"

namespace safelead::web {

// Who has read a case, a concern, a young person's conversation or a child's page, for whoever may see it;
// and the list as a file, which is recorded as taken away.

Later<Response> get_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> get_concern_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> get_conversation_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> get_child_readers(Site& site, const Request& request, Visitor visitor);

Later<Response> post_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> post_concern_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> post_conversation_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> post_child_readers(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
