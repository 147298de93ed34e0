#pragma once

// How somebody signs in, as they see it themselves; their sessions; the sign-ins of an organisation.

#include "app/invitations.h"
#include "app/people_here.h"
#include "app/second_factor.h"
#include "app/sign_in.h"
#include "web/forms/form_writer.h"

#include <string>
#include <vector>

namespace safelead::web {

struct OwnSignInPage {
    app::OwnFactor factor;
    FormFrame make_codes;
    std::size_t passkeys = 0;
    bool has_password = true;
    std::size_t ties = 0;     ///< To accounts elsewhere.
    bool shows_ties = false;  ///< There is somebody to sign in with, or something tied.
    bool looks_after_others = false;
    bool keeps_tokens = false;
    bool keeps_children = false;
    std::string reset_asked_by = {};  ///< Somebody asked to reset theirs; "" if nobody.
    FormFrame refuse_reset = {};
    std::vector<app::RoleWaiting> roles_waiting = {};  ///< Asked for them.
    FormFrame refuse_role = {};
    Html changes = {};  ///< What was changed lately.
};
[[nodiscard]] Html own_sign_in_page(const FormWriter& form, const OwnSignInPage& page);

/// The old one and a new one; every other session ends.
[[nodiscard]] Html own_password_page(const FormWriter& form, const FormFrame& frame);

struct SessionLine {
    app::SessionShown session;
    std::string began;
    std::string last_used;
    bool is_this = false;
};
struct SessionsPage {
    std::vector<SessionLine> sessions;
    FormFrame end;
    FormFrame end_all;
};
[[nodiscard]] Html sessions_page(const FormWriter& form, const SessionsPage& page);

struct SignInLine {
    app::SignInShown shown;
    std::string invited_until = {};
    bool is_self = false;
};
struct SignInsPage {
    std::vector<SignInLine> people;
    FormFrame invite;
    FormFrame ask;
    FormFrame agree;
    FormFrame refuse;
};
[[nodiscard]] Html sign_ins_page(const FormWriter& form, const SignInsPage& page);

/// Shown once.
[[nodiscard]] Html invited_page(const Speaker& say, const std::string& code, const std::string& address,
                                const std::string& on = "/settings/sign-ins");

}  // namespace safelead::web
