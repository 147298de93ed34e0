#pragma once

// Signing in and out, and the guard that every page for people who work here stands behind.

#include "app/drafts.h"
#include "app/memory.h"
#include "app/sign_in.h"
#include "web/pages/sign_in_page.h"
#include "web/site.h"

namespace safelead::web {

Later<Response> get_sign_in(Site& site, const Request& request);
Later<Response> post_sign_in(Site& site, const Request& request);
Later<Response> post_sign_out(Site& site, const Request& request);

/// The page, with a token for this browser.
[[nodiscard]] Response show_sign_in(Site& site, const Request& request, SignInPage page,
                                    const FormFields& typed, const FormErrors& errors, Status status);

/// What an address leaves as it is in `next=`.
inline constexpr std::string_view plain_in_next = "-_./";

/// Typing that came along through signing in.
[[nodiscard]] std::optional<app::Draft> carried_in(const FormFields& form);
void keep_carried(Site& site, const app::SignedIn& in, std::optional<app::Draft> carried);

/// Where they wanted to go, if it is ours, or what they most likely come for.
[[nodiscard]] std::string page_after(const app::SignedIn& in, const std::string& next);

/// There, with the cookies of the new session.
[[nodiscard]] Response welcome(Site& site, const app::SignedIn& in, const std::string& next,
                               std::optional<app::Draft> carried);

/// For the list of somebody's sessions: a word or two, not the whole header.
[[nodiscard]] std::string browser_of(const Request& request);

/// The id of the issuer at which this browser signed in last: it may be signed in there still.
inline constexpr std::string_view came_by_cookie = "came-by";

/// The session's cookie goes, and what follows is the page to sign in on. It says where they may be signed in
/// still.
[[nodiscard]] Response signed_out(Site& site, const Request& request);

/// The address of a page of ours as somebody else can be given it.
[[nodiscard]] std::string address_for_others(const Request& request, std::string_view page);

/// Said alike by every way in.
[[nodiscard]] Phrase too_many_tries();
[[nodiscard]] Phrase many_sign_in();

/// What is answered to somebody who is not signed in: a page leads to signing in and back; a form is kept.
[[nodiscard]] Response ask_to_sign_in(Site& site, const Request& request);

/// An answer that only somebody signed in gets.
using VisitorHandler = Later<Response> (*)(Site& site, const Request& request, Visitor visitor);

/// A form for them that keeps no draft: it posts to `address`, and stands on `page` unless that is the same.
[[nodiscard]] FormFrame frame_to(Site& site, const Visitor& visitor, std::string_view address,
                                 std::string_view page, std::string_view id);

/// Notes that a file came with the form, then lets it come back with what was typed.
[[nodiscard]] Later<Response> note_file(Site& site, const Request& request, const Visitor& visitor,
                                        VisitorHandler answer);

/// The guard: no session, no answer; a form counts only if it is ours.
template <VisitorHandler answer>
Later<Response> signed_in(Site& site, const Request& request)
{
    auto visitor = site.visitor(request);
    if (!visitor) return ask_to_sign_in(site, request);
    if (request.method == Method::post && !check_form(visitor->csrf_token, request))
        return site.fault(Fault::forbidden);
    return app::ready(site.app(), visitor->actor)
        .then([&site, &request, visitor = *visitor](app::Outcome<Done> ready) -> Later<Response> {
            if (!ready) return site.not_done(request, visitor, ready.error());
            if (request.form.came_with_file()) return note_file(site, request, visitor, answer);
            return answer(site, request, visitor);
        });
}

}  // namespace safelead::web
