#pragma once

// A made-up partnership to practise with: an area, two schools, their staff, children and a few
// concerns, two front doors of social care, a police team and a coordinator.
// Every name is invented, and everything in it is marked as practice.

#include "app/safelead.h"

#include <string>
#include <vector>

namespace safelead::app {

/// How to sign in as one of the made-up people.
struct PracticeSignIn {
    std::string organisation;
    std::string name;
    std::string role;  ///< In words: "designated safeguarding lead".
    std::string email;
    std::string password;
};

/// The sign-ins of every practice partnership: they are documented and the same everywhere, which is why only
/// practice partnerships have them.
[[nodiscard]] std::vector<PracticeSignIn> practice_sign_ins();

enum class PracticeRefusal { not_empty };

/// Fills a partnership that has no organisation yet. Waits until all of it is on disk: for commands and
/// tests.
/// @throws Unavailable when it could not be kept.
[[nodiscard]] Result<std::vector<PracticeSignIn>, PracticeRefusal> make_practice(Safelead& safelead);

}  // namespace safelead::app
