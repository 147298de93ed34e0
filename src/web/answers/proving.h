#pragma once

// A second guard, for what is dangerous: whoever asks has shown within five minutes that it is them. If not,
// the form they sent comes back inside a page that asks for their password or a code, and goes on from there:
// nothing typed is lost, and it works without script.

#include "web/answers/signing_in.h"

namespace safelead::web {

/// The field with the password or the code; never kept with what was typed.
inline constexpr std::string_view proof_field = "proof";

[[nodiscard]] Later<Response> after_proof(Site& site, const Request& request, Visitor visitor,
                                          VisitorHandler answer);

/// For a form: `post<proved<post_erase>>("/…")`.
template <VisitorHandler answer>
Later<Response> proved(Site& site, const Request& request, Visitor visitor)
{
    return after_proof(site, request, std::move(visitor), answer);
}

}  // namespace safelead::web
