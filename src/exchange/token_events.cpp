#include "exchange/token_events.h"

namespace safelead::exchange {

using namespace directory;

EventBytes token_event_bytes(const TokenMade& event)
{
    auto scopes = nlohmann::ordered_json::array();
    for (const auto scope : event.token.scopes.list()) scopes.push_back(scope_name(scope));
    return named("token-made", {{"organisation", event.organisation.text()},
                                {"token", event.token.id.text()},
                                {"system", event.token.system},
                                {"scopes", scopes},
                                {"digest", event.token.digest},
                                {"until", to_text(event.token.until)},
                                {"authority", authority_json(event.authority)}});
}

EventBytes token_event_bytes(const TokenRevoked& event)
{
    return named("token-revoked", {{"organisation", event.organisation.text()},
                                   {"token", event.token.text()},
                                   {"authority", authority_json(event.authority)}});
}

Read<directory::Event> token_made(MemberReader& reader)
{
    const auto where = SL_TRY(organisation(reader));
    const TokenId id{SL_TRY(reader.text("token"))};
    const auto system = SL_TRY(reader.text("system"));
    Scopes scopes;
    for (const auto& name : SL_TRY(reader.texts("scopes"))) {
        const auto scope = scope_from_name(name);
        if (!scope) return reader.fault("scopes", "is not a word this program knows");
        scopes.add(*scope);
    }
    const auto digest = SL_TRY(reader.text("digest"));
    const auto until = parse_instant(SL_TRY(reader.text("until")));
    if (!until) return reader.fault("until", "is not an instant");
    return directory::Event{
        TokenMade{where, {id, system, scopes, digest, *until}, SL_TRY(authority(reader))}};
}

Read<directory::Event> token_revoked(MemberReader& reader)
{
    const auto where = SL_TRY(organisation(reader));
    const TokenId id{SL_TRY(reader.text("token"))};
    return directory::Event{TokenRevoked{where, id, SL_TRY(authority(reader))}};
}

}  // namespace safelead::exchange
