#pragma once

// /settings/tokens: the tokens by which a school's own systems ask.

#include "web/answers/signing_in.h"

namespace safelead::web {

Later<Response> get_tokens(Site& site, const Request& request, Visitor visitor);
Later<Response> post_make_token(Site& site, const Request& request, Visitor visitor);
Later<Response> post_revoke_token(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
