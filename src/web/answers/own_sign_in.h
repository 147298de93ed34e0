#pragma once

// /settings/sign-in and what belongs to it: one's own second factor, sessions, and the sign-ins of others.

#include "web/answers/signing_in.h"

namespace safelead::web {

Later<Response> get_own_sign_in(Site& site, const Request& request, Visitor visitor);
Later<Response> get_own_password(Site& site, const Request& request, Visitor visitor);
Later<Response> post_own_password(Site& site, const Request& request, Visitor visitor);
Later<Response> get_own_factor(Site& site, const Request& request, Visitor visitor);
Later<Response> post_own_factor(Site& site, const Request& request, Visitor visitor);
Later<Response> post_recovery_codes(Site& site, const Request& request, Visitor visitor);
Later<Response> post_refuse_own_reset(Site& site, const Request& request, Visitor visitor);
Later<Response> post_refuse_own_role(Site& site, const Request& request, Visitor visitor);

Later<Response> get_sessions(Site& site, const Request& request, Visitor visitor);
Later<Response> post_end_session(Site& site, const Request& request, Visitor visitor);
Later<Response> post_end_sessions(Site& site, const Request& request, Visitor visitor);

Later<Response> get_sign_ins(Site& site, const Request& request, Visitor visitor);
Later<Response> post_invite(Site& site, const Request& request, Visitor visitor);
Later<Response> post_ask_reset(Site& site, const Request& request, Visitor visitor);
Later<Response> post_agree_reset(Site& site, const Request& request, Visitor visitor);
Later<Response> post_refuse_reset(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
