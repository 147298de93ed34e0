#pragma once

// Signing in through an issuer (OpenID Connect, code flow with PKCE), and what an account elsewhere is tied
// to. Somebody is found by the issuer's own name and its id for the account together, never by e-mail.
//
// A browser is sent away with a `state`, and keeps a cookie; both have to come back, within ten minutes,
// once. Everything else of the sign-in (the verifier, the nonce, what was being typed) stays here, sealed.

#include "app/actor.h"
#include "app/drafts.h"
#include "app/not_done.h"
#include "app/sign_in.h"
#include "base/later.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

struct IssuerShown {
    std::string id;
    std::string label;
};
/// Those that are set up, in the order of the file.
[[nodiscard]] std::vector<IssuerShown> issuers_shown(Safelead& safelead);

struct IssuerToLeave {
    std::string label;
    std::string address;  ///< Where somebody signs out there; empty where none is known.
};
/// Whoever came by an issuer is still signed in there when they have signed out here. Nothing where there is
/// no such issuer. Never waits.
[[nodiscard]] std::optional<IssuerToLeave> issuer_to_leave(Safelead& safelead, std::string_view id);

enum class IssuerRefusal {
    not_known,  ///< There is no such issuer.
    wait,
    crowded,
    unreachable,
    over,           ///< Too late, used before, or not begun by this browser: never said which.
    refused_there,  ///< The issuer said no, or the person did.
    not_believed,   ///< What came back is not signed, not for us, or not of this sign-in: never said which.
    not_tied,       ///< Right, but nobody here has tied that account.
    nowhere,        ///< Right, but they have no role anywhere.
    tied_already,   ///< To be tied: the account, or another of that issuer, is tied.
    session_over,   ///< To be tied: whoever began is signed in no more.
    invitation_not_usable,
};

/// What the sign-in is begun for, besides signing in.
struct ToTie {
    PersonId person{""};
    SessionId session{""};
};
struct ToTakeUp {
    std::string invitation;  ///< As it was typed.
};
using IssuerPurpose = std::variant<std::monostate, ToTie, ToTakeUp>;

struct IssuerBegin {
    std::string issuer;  ///< Its id.
    IssuerPurpose purpose;
    std::string address;
    std::string device;
    std::string about;
    std::string ends;
    std::string next;
    std::optional<Draft> carried;
};
struct SentToIssuer {
    std::string address;  ///< The issuer's.
    std::string label;
    std::string browser;  ///< For a cookie that lasts ten minutes and opens nothing by itself.
};
/// Keeps what is needed when they come back. Of `carried` the words: what carries data is taken out first,
/// and what is too long for any form is left behind, as is a token or a `next` that can't be ours.
[[nodiscard]] Later<Result<SentToIssuer, IssuerRefusal>> begin_at_issuer(Safelead& safelead,
                                                                         IssuerBegin begin);

/// What the browser comes back with.
struct IssuerReturn {
    std::string issuer;  ///< The id in the address.
    std::string state;
    std::string code;
    std::string error;
    std::optional<std::string> said_issuer;  ///< `iss`
    std::string browser;                     ///< The cookie.
    std::string address;
};
struct BackFromIssuer {
    std::optional<SignInAnswer> in;  ///< Nothing if it was to tie the account, and that was done.
    std::string next;
    std::optional<Draft> carried;
};
struct NotBackFromIssuer {
    IssuerRefusal why;
    IssuerPurpose purpose;
    std::string next;
    std::optional<Draft> carried;
};
[[nodiscard]] Later<Result<BackFromIssuer, NotBackFromIssuer>> return_from_issuer(Safelead& safelead,
                                                                                  IssuerReturn back);

}  // namespace safelead::app
