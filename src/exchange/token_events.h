#pragma once

#include "exchange/directory_fields.h"

namespace safelead::exchange {

[[nodiscard]] EventBytes token_event_bytes(const directory::TokenMade& event);
[[nodiscard]] EventBytes token_event_bytes(const directory::TokenRevoked& event);

[[nodiscard]] Read<directory::Event> token_made(MemberReader& reader);
[[nodiscard]] Read<directory::Event> token_revoked(MemberReader& reader);

}  // namespace safelead::exchange
