#include "app/tokens.h"

#include "app/allow.h"
#include "app/codes.h"
#include "app/keep_in_directory.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/token_use.h"
#include "crypto/digest.h"
#include "directory/authority.h"

#include <algorithm>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view use_kind = "token-use";
constexpr auto use_is_noted_every = 1min;
constexpr std::chrono::days use_known_after_end{30};

TokenShown::Standing standing_of(const directory::TokenThere& there, Instant now)
{
    if (there.is_revoked) return TokenShown::Standing::revoked;
    return there.token.until > now ? TokenShown::Standing::good : TokenShown::Standing::over;
}

}  // namespace

std::string token_digest(std::string_view token)
{
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); };
    if (!token.starts_with(token_prefix)) return {};
    const auto letters = token.substr(token_prefix.size());
    if (letters.size() != token_letters || !std::ranges::all_of(letters, is_letter)) return {};
    return to_hex(crypto::sha256(bytes_of(token)));
}

std::optional<Instant> last_use(Parts& parts, const directory::TokenId& token)
{
    const auto thing = parts.passing->get(use_kind, token.text(), parts.now());
    return thing ? parse_instant(text_of(thing->plaintext)) : std::nullopt;
}

void note_use(Parts& parts, const OrganisationId& organisation, const directory::ApiToken& token)
{
    const auto last = last_use(parts, token.id);
    if (last && parts.now() - *last < use_is_noted_every && parts.now() >= *last) return;
    const auto text = to_text(parts.now());
    const auto bytes = bytes_of(text);
    parts.passing->put({std::string{use_kind}, std::string{token.id.text()}, std::string{organisation.text()},
                        Bytes{bytes.begin(), bytes.end()}, token.until + use_known_after_end});
}

Outcome<std::vector<TokenShown>> tokens_of(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::manage_tokens));
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    std::vector<TokenShown> shown;
    for (const auto* there : partnership->tokens_of(actor.organisation)) {
        const auto* maker = there->made_by ? partnership->person(*there->made_by) : nullptr;
        shown.push_back({there->token.id, there->token.system, there->token.scopes, there->token.until,
                         standing_of(*there, parts.now()), maker == nullptr ? std::string{} : maker->name,
                         last_use(parts, there->token.id)});
    }
    return shown;
}

Later<Outcome<std::string>> make_token(Safelead& safelead, const Actor& actor, const CommandId& command,
                                       NewToken token)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow(actor, access::Action::manage_tokens); !allowed)
        return Outcome<std::string>{fail(std::move(allowed).error())};
    WordsGate{}(token.system);
    const auto by = actor.person.text();
    // It comes from the command, so that a form sent twice is answered with the same.
    auto shown = std::string{token_prefix} + code_of_command(parts, "token", by, command, 0) +
                 code_of_command(parts, "token", by, command, 1);
    Said said{"make token"};
    said(token.system);
    for (const auto scope : directory::all_scopes) said(token.scopes.has(scope) ? 1 : 0);
    said(token.good_for.count());
    const NewIds ids{parts.directory().log(), by, command};
    const directory::MakeToken make{actor.organisation,
                                    {ids.id<directory::TokenId>("token"), std::move(token.system),
                                     token.scopes, token_digest(shown), parts.now() + token.good_for},
                                    parts.now(),
                                    directory::by_person(actor.person)};
    return keep_in_directory(parts, by, command, said, make)
        .then([shown = std::move(shown)](Outcome<Done> kept) -> Outcome<std::string> {
            (void)SL_TRY(std::move(kept));
            return shown;
        });
}

Later<Outcome<Done>> revoke_token(Safelead& safelead, const Actor& actor, const CommandId& command,
                                  const directory::TokenId& token)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow(actor, access::Action::manage_tokens); !allowed) return allowed;
    Said said{"revoke token"};
    said(token);
    return keep_in_directory(
        parts, actor.person.text(), command, said,
        directory::RevokeToken{actor.organisation, token, directory::by_person(actor.person)});
}

}  // namespace safelead::app
