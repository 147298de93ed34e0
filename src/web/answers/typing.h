#pragma once

// What somebody types is kept until it is sent: by the script as they type, and by the form itself when it is
// sent after the session has ended.

#include "record/words.h"
#include "web/site.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::web {

/// Hidden fields that say under what name a form's typing is kept.
inline constexpr std::string_view draft_field = "draft";
inline constexpr std::string_view draft_of_field = "draft-of";

struct Typing {
    FormFields fields;
    bool restored = false;
};

/// What was typed into the form and not sent; else `start`.
[[nodiscard]] Typing typing_of(Site& site, const Visitor& visitor, std::string_view form,
                               const std::optional<record::Reference>& of, FormFields start = {});

/// Says that the typing is an old one, with a button to let it go. `where`: leads to it, on a page of several
/// forms.
[[nodiscard]] Html restored_notice(const Site& site, const Visitor& visitor, const Request& request,
                                   std::string_view form, const std::optional<record::Reference>& of,
                                   const Html& where = {});

/// What to keep of a form: all but what belongs to the sending of it.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> worth_keeping(const FormFields& form);

/// The same typing as a new form: the command it had was used for something else.
[[nodiscard]] FormFields as_new_form(const FormFields& form);

/// A form for somebody who is not signed in any more: keeps what they typed and asks them to sign in.
[[nodiscard]] Response keep_and_ask_to_sign_in(Site& site, const Request& request);

Later<Response> post_draft(Site& site, const Request& request);
Later<Response> post_forget_draft(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
