#pragma once

#include "web/site.h"

namespace safelead::web {

// Who has read a case, a concern, a young person's conversation, a child's page or a referral, for whoever
// may see it; and the list as a file, which is recorded as taken away.

Later<Response> get_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> get_concern_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> get_conversation_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> get_child_readers(Site& site, const Request& request, Visitor visitor);

Later<Response> post_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> post_concern_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> post_conversation_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> post_child_readers(Site& site, const Request& request, Visitor visitor);

/// At the organisation that it was sent to.
Later<Response> get_received_referral_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> post_received_referral_readers(Site& site, const Request& request, Visitor visitor);

/// At the sender's.
Later<Response> get_sent_referral_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> post_sent_referral_readers(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
