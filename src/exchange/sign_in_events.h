#pragma once

#include "exchange/directory_fields.h"

namespace safelead::exchange {

[[nodiscard]] EventBytes sign_in_event_bytes(const directory::SecondFactorSet& event);
[[nodiscard]] EventBytes sign_in_event_bytes(const directory::RecoveryCodesMade& event);
[[nodiscard]] EventBytes sign_in_event_bytes(const directory::RecoveryCodeUsed& event);
[[nodiscard]] EventBytes sign_in_event_bytes(const directory::SignInResetAsked& event);
[[nodiscard]] EventBytes sign_in_event_bytes(const directory::SignInResetRefused& event);
[[nodiscard]] EventBytes sign_in_event_bytes(const directory::SignInReset& event);
[[nodiscard]] EventBytes sign_in_event_bytes(const directory::SignInInvited& event);
[[nodiscard]] EventBytes sign_in_event_bytes(const directory::PasskeyAdded& event);
[[nodiscard]] EventBytes sign_in_event_bytes(const directory::PasskeyRemoved& event);
[[nodiscard]] EventBytes sign_in_event_bytes(const directory::IssuerTied& event);
[[nodiscard]] EventBytes sign_in_event_bytes(const directory::IssuerUntied& event);

[[nodiscard]] Read<directory::Event> second_factor_set(MemberReader& reader);
[[nodiscard]] Read<directory::Event> recovery_codes_made(MemberReader& reader);
[[nodiscard]] Read<directory::Event> recovery_code_used(MemberReader& reader);
[[nodiscard]] Read<directory::Event> sign_in_reset_asked(MemberReader& reader);
[[nodiscard]] Read<directory::Event> sign_in_reset_refused(MemberReader& reader);
[[nodiscard]] Read<directory::Event> sign_in_reset(MemberReader& reader);
[[nodiscard]] Read<directory::Event> sign_in_invited(MemberReader& reader);
[[nodiscard]] Read<directory::Event> passkey_added(MemberReader& reader);
[[nodiscard]] Read<directory::Event> passkey_removed(MemberReader& reader);
[[nodiscard]] Read<directory::Event> issuer_tied(MemberReader& reader);
[[nodiscard]] Read<directory::Event> issuer_untied(MemberReader& reader);

}  // namespace safelead::exchange
