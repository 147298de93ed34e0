#pragma once

// What deciding about somebody's sign-in shares with the rest of `decide`.

#include "directory/partnership.h"

namespace safelead::directory {

using Decided = Result<std::vector<Event>, Refusal>;

[[nodiscard]] inline Decided happens(Event event)
{
    return std::vector<Event>{std::move(event)};
}

/// Somebody who is there and has not left.
[[nodiscard]] Result<const Person*, Refusal> present(const Partnership& state, const PersonId& id);

[[nodiscard]] Decided decide_one(const Partnership& state, const SetSecondFactor& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const MakeRecoveryCodes& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const UseRecoveryCode& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const AskSignInReset& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const RefuseSignInReset& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const AgreeSignInReset& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const InviteToSignIn& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const AcceptInvitation& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const AddPasskey& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const RemovePasskey& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const TieIssuer& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const UntieIssuer& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const AcceptInvitationByIssuer& command);

// Of tokens: decide_token.cpp.
[[nodiscard]] Decided decide_one(const Partnership& state, const MakeToken& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const RevokeToken& command);

}  // namespace safelead::directory
