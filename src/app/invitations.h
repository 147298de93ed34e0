#pragma once

// Invitations: a code, used once and within three days, by which somebody sets their own password. Making one
// for somebody who reads takes two people, or the operator during a set-up: `directory::is_enough_to_reset`.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/sign_in.h"
#include "base/later.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

class Parts;

/// Somebody of the organisation, as whoever looks after sign-ins sees them.
struct SignInShown {
    PersonId person{""};
    std::string name;
    directory::Roles roles;
    bool takes_two = false;  ///< To reset.
    bool has_password = false;
    bool has_factor = false;
    bool has_ties = false;      ///< To accounts elsewhere.
    bool has_a_way_in = false;  ///< Of any kind.
    std::optional<Instant> invited_until;
    std::optional<std::string> reset_asked_by;  ///< Their name.
    bool may_agree = false;                     ///< Whoever looks may be the second person.
    bool asked_in_vain = false;                 ///< Nobody can agree to it as it was asked: it is asked anew.
};

/// Everybody who works there by name, and whoever reads there while somebody there could agree to a reset
/// that was asked where they work; for whoever keeps accounts.
[[nodiscard]] Outcome<std::vector<SignInShown>> sign_ins_of(Safelead& safelead, const Actor& actor);

/// The code, never seen again.
using InvitationCode = std::string;

struct NewInvitation {
    InvitationCode code;
    directory::Invitation kept;
};
/// The same code for the same command.
[[nodiscard]] NewInvitation new_invitation(Parts& parts, std::string_view by, const CommandId& command);

/// For somebody for whom one person is enough.
[[nodiscard]] Later<Outcome<InvitationCode>> invite(Safelead& safelead, const Actor& actor,
                                                    const CommandId& command, const PersonId& person);
/// By the operator, while the organisation is being set up; else for whom one person is enough.
[[nodiscard]] Later<Outcome<InvitationCode>> invite_as_operator(Safelead& safelead, const CommandId& command,
                                                                const PersonId& person);

[[nodiscard]] Later<Outcome<Done>> ask_sign_in_reset(Safelead& safelead, const Actor& actor,
                                                     const CommandId& command, const PersonId& person);
[[nodiscard]] Later<Outcome<Done>> refuse_sign_in_reset(Safelead& safelead, const Actor& actor,
                                                        const CommandId& command, const PersonId& person);
/// As the second person.
[[nodiscard]] Later<Outcome<InvitationCode>> agree_sign_in_reset(Safelead& safelead, const Actor& actor,
                                                                 const CommandId& command,
                                                                 const PersonId& person);

struct InvitationUsed {
    std::string code;
    std::string password;
    std::string address;
    std::string device;
    std::string about;
    std::string ends;
};
enum class InvitationRefusal {
    not_usable,  ///< Used, over, or never made: never said which.
    too_short,   ///< The password.
    well_known,  ///< Anybody would try it.
    wait,
    crowded,
};
inline constexpr std::size_t shortest_password = 12;

/// A code as it is kept, however it was typed.
[[nodiscard]] std::string invitation_digest(std::string_view typed);

/// Sets the password; then it goes on as signing in does.
[[nodiscard]] Later<Result<SignInAnswer, InvitationRefusal>> use_invitation(Safelead& safelead,
                                                                            InvitationUsed used);

}  // namespace safelead::app
