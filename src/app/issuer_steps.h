#pragma once

// A sign-in that is away at an issuer: what is kept of it, sealed, until the browser comes back.

#include "app/issuer_sign_in.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::app {

class Parts;

inline constexpr std::chrono::minutes issuer_step_lasts{10};

struct IssuerStep {
    std::string issuer;   ///< As it calls itself: giving its id to another in between ends the step.
    std::string browser;  ///< A digest of what the browser's cookie holds.
    std::string verifier;
    std::string nonce;
    Instant began{};
    IssuerPurpose purpose;  ///< An invitation is here as its digest.
    std::string device;
    std::string about;
    std::string ends;
    std::string next;
    std::optional<Draft> carried;
};

/// Keeps it; what is given is the `state`.
[[nodiscard]] std::string keep_issuer_step(Parts& parts, const IssuerStep& step);

/// The step of that state, for the browser that began it, once: whoever asks again gets nothing, at any
/// server.
[[nodiscard]] std::optional<IssuerStep> take_issuer_step(Parts& parts, std::string_view state,
                                                         std::string_view browser);

[[nodiscard]] std::string issuer_browser_digest(std::string_view browser);

}  // namespace safelead::app
