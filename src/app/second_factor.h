#pragma once

// The second factor: an app that shows a code every half minute, and recovery codes for when it is lost.
//
// A code works once, for the half minute it is of and one on either side. The secret is in the record,
// sealed; recovery codes are kept as HMACs. Wrong codes are counted like wrong passwords.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/sign_in.h"
#include "base/later.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

enum class CodeRefusal {
    wrong,  ///< Not right, or used before: never said which.
    wait,
    over,  ///< The step ended: sign in again.
    crowded,
};

/// Ends signing in with a code from the app, or a recovery code.
[[nodiscard]] Later<Result<SignInAnswer, CodeRefusal>> sign_in_with_code(Safelead& safelead, std::string step,
                                                                         std::string code);

/// What somebody puts into their app.
struct FactorOffered {
    std::string secret;  ///< Base32.
    std::string email;
};

/// The same each time until it is confirmed or the step is over. Nothing if the step is over.
[[nodiscard]] std::optional<FactorOffered> factor_offered(Safelead& safelead, const std::string& step);
/// Likewise, of somebody who is signed in.
[[nodiscard]] FactorOffered factor_offered(Safelead& safelead, const Actor& actor);

struct FactorSet {
    SignedIn signed_in;                       ///< A new session; all others are over.
    std::vector<std::string> recovery_codes;  ///< Never seen again.
};

/// Sets it up, if the code shows that the app has the secret.
[[nodiscard]] Later<Result<FactorSet, CodeRefusal>> confirm_factor(Safelead& safelead, std::string step,
                                                                   std::string code);
[[nodiscard]] Later<Result<FactorSet, CodeRefusal>> confirm_factor(Safelead& safelead, const Actor& actor,
                                                                   std::string code, std::string about,
                                                                   std::string device);

/// Ten new ones; those before work no more.
[[nodiscard]] Later<Outcome<std::vector<std::string>>> make_recovery_codes(Safelead& safelead,
                                                                           const Actor& actor,
                                                                           const CommandId& command);

struct OwnFactor {
    bool is_set = false;
    bool is_needed = false;
    std::size_t recovery_codes_left = 0;
};
[[nodiscard]] OwnFactor own_factor(Safelead& safelead, const Actor& actor);

}  // namespace safelead::app
