#pragma once

// Referrals: what is sent, in the case it is about; what was received, on pages of its own.

#include "web/answers/signing_in.h"
#include "web/site.h"

namespace safelead::web {

Later<Response> get_new_referral(Site& site, const Request& request, Visitor visitor);
Later<Response> post_new_referral(Site& site, const Request& request, Visitor visitor);
Later<Response> get_sent_referral(Site& site, const Request& request, Visitor visitor);
Later<Response> get_referral_to_send(Site& site, const Request& request, Visitor visitor);
Later<Response> post_write_referral(Site& site, const Request& request, Visitor visitor);
Later<Response> post_send_referral(Site& site, const Request& request, Visitor visitor);
Later<Response> post_discard_referral(Site& site, const Request& request, Visitor visitor);
Later<Response> post_follow_referral(Site& site, const Request& request, Visitor visitor);

/// For an agency without an account.
Later<Response> post_written_answer(Site& site, const Request& request, Visitor visitor);
Later<Response> post_link(Site& site, const Request& request, Visitor visitor);
Later<Response> get_referral_paper(Site& site, const Request& request, Visitor visitor);
Later<Response> post_revoke_link(Site& site, const Request& request, Visitor visitor);

Later<Response> get_received_referrals(Site& site, const Request& request, Visitor visitor);
Later<Response> post_find_referrals(Site& site, const Request& request, Visitor visitor);
Later<Response> get_received_referral(Site& site, const Request& request, Visitor visitor);
Later<Response> post_answer_referral(Site& site, const Request& request, Visitor visitor);

/// Who there reads it.
Later<Response> get_referral_readers(Site& site, const Request& request, Visitor visitor);
Later<Response> post_referral_readers(Site& site, const Request& request, Visitor visitor);

/// Those sent in one case, for its page of referrals; empty where there are none.
[[nodiscard]] Html referrals_in_case(const Site& site, const Visitor& visitor, const record::Reference& of);

}  // namespace safelead::web
