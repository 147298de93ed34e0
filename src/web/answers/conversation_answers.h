#pragma once

// Young people's conversations, for those who answer them.

#include "web/site.h"

namespace safelead::web {

/// Young people who wait longer than their school said, for whoever should see it; nothing where none does.
[[nodiscard]] Html late_conversations(Site& site, const Visitor& visitor);

Later<Response> get_conversations(Site& site, const Request& request, Visitor visitor);
Later<Response> get_conversation(Site& site, const Request& request, Visitor visitor);
Later<Response> post_answer_young_person(Site& site, const Request& request, Visitor visitor);
Later<Response> post_ask_for_name(Site& site, const Request& request, Visitor visitor);
Later<Response> post_open_name(Site& site, const Request& request, Visitor visitor);
Later<Response> post_review_opening(Site& site, const Request& request, Visitor visitor);
Later<Response> post_make_concern(Site& site, const Request& request, Visitor visitor);
Later<Response> post_end_conversation(Site& site, const Request& request, Visitor visitor);

/// Those that wait, for the top of the inbox; empty where there are none.
[[nodiscard]] Html conversations_waiting(Site& site, const Visitor& visitor);

}  // namespace safelead::web
