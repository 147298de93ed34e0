#pragma once

// What deciding about somebody's sign-in and roles shares with the rest of `decide`.

#include "directory/partnership.h"

namespace safelead::directory {

using Decided = Result<std::vector<Event>, Refusal>;

[[nodiscard]] inline Decided happens(Event event)
{
    return std::vector<Event>{std::move(event)};
}

[[nodiscard]] Result<Done, Refusal> is_there(const Partnership& state, const OrganisationId& organisation);

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

// Of roles that take two people: decide_role.cpp.
[[nodiscard]] Decided decide_one(const Partnership& state, const AskRole& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const RefuseRole& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const AgreeRole& command);

// Of tokens: decide_token.cpp.
[[nodiscard]] Decided decide_one(const Partnership& state, const MakeToken& command);
[[nodiscard]] Decided decide_one(const Partnership& state, const RevokeToken& command);

}  // namespace safelead::directory
