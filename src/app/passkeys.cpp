#include "app/passkeys.h"

#include "app/beginning.h"
#include "app/keep_in_directory.h"
#include "app/parts.h"
#include "app/said.h"
#include "app/texts.h"
#include "base/overloaded.h"
#include "crypto/base64.h"
#include "crypto/digest.h"
#include "crypto/public_signature.h"
#include "exchange/webauthn.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::chrono::minutes challenge_lasts{10};
constexpr std::chrono::days count_known{400};
constexpr std::string_view challenge_kind = "challenge-used";
constexpr std::string_view count_kind = "passkey-count";
constexpr std::size_t longest_field = 16 * 1024;
constexpr std::size_t longest_name = 60;

crypto::SecretKey passkey_key(Parts& parts)
{
    return crypto::derive_key(*parts.sign_in_key, "passkey challenges");
}

std::string challenge_of(Parts& parts, std::string_view holder, std::string_view issued)
{
    return crypto::to_base64url(
        crypto::keyed_digest(passkey_key(parts), bytes_of(fmt::format("{}\n{}", holder, issued))));
}

/// Whether that is the challenge which this holder was given within the last minutes.
bool is_theirs(Parts& parts, std::string_view holder, const std::string& issued, std::string_view challenge)
{
    const auto at = parse_instant(issued);
    if (!at || parts.now() < *at || parts.now() - *at >= challenge_lasts) return false;
    return crypto::equal_in_constant_time(bytes_of(challenge_of(parts, holder, issued)), bytes_of(challenge));
}

/// True once, at one server.
bool use_challenge(Parts& parts, std::string_view challenge)
{
    const auto id = to_hex(crypto::keyed_digest(passkey_key(parts), bytes_of(challenge)));
    return parts.passing->store().increment(challenge_kind, id, parts.now(), parts.now() + challenge_lasts) ==
           1;
}

std::optional<Bytes> field(const std::string& text)
{
    return text.size() > longest_field ? std::nullopt : crypto::parse_base64url(text);
}

bool said_so(const exchange::ClientSaid& said, std::string_view type, const PasskeyPlace& place)
{
    return said.type == type && said.origin == place.origin && !said.is_cross_origin;
}

bool is_of_ours(const exchange::AuthenticatorSaid& said, const PasskeyPlace& place)
{
    const auto ours = crypto::sha256(bytes_of(place.host));
    return said.user_present && said.user_verified && crypto::equal_in_constant_time(said.rp_id_hash, ours);
}

bool is_signed(const exchange::CoseKey& key, BytesView message, BytesView signature)
{
    return std::visit(
        Overloaded{
            [&](const exchange::EcKey& ec) { return crypto::verify_es256(ec.x, ec.y, message, signature); },
            [&](const exchange::RsaKey& rsa) {
                return crypto::verify_rs256(rsa.modulus, rsa.exponent, message, signature);
            },
            [&](const exchange::EdKey& ed) { return crypto::verify_ed25519(ed.point, message, signature); },
        },
        key);
}

/// A count that does not grow is that of a copy. Most keep none, and always say nought.
bool count_grows(Parts& parts, const PersonId& person, const std::string& id, std::uint32_t count)
{
    const auto row = to_hex(crypto::keyed_digest(passkey_key(parts), bytes_of("count\n" + id)));
    const auto last = parts.passing->get(count_kind, row, parts.now());
    const auto known = last ? parse_number(text_of(last->plaintext)).value_or(0) : 0;
    if (count == 0 && known == 0) return true;
    if (static_cast<long long>(count) <= known) return false;
    const auto text = std::to_string(count);
    const auto bytes = bytes_of(text);
    parts.passing->put({std::string{count_kind}, row, std::string{person.text()},
                        Bytes{bytes.begin(), bytes.end()}, parts.now() + count_known});
    return true;
}

std::optional<directory::Passkey> passkey_in(Parts& parts, std::string_view holder, const PasskeyMade& made)
{
    const auto client = field(made.client_said);
    const auto attestation = field(made.attestation);
    if (!client || !attestation) return std::nullopt;
    const auto said = exchange::read_client_said(text_of(*client));
    if (!said || !said_so(*said, "webauthn.create", made.place) ||
        !is_theirs(parts, holder, made.issued, said->challenge))
        return std::nullopt;
    const auto authenticator = exchange::read_attestation(*attestation);
    if (!authenticator || !is_of_ours(*authenticator, made.place) || !authenticator->credential)
        return std::nullopt;
    if (!exchange::read_cose_key(authenticator->credential->cose_key)) return std::nullopt;
    if (!use_challenge(parts, said->challenge)) return std::nullopt;
    return directory::Passkey{crypto::to_base64url(authenticator->credential->id),
                              crypto::to_base64url(authenticator->credential->cose_key), made.name};
}

PasskeyRefusal refusal_of(const NotDone& why)
{
    if (const auto* refused = std::get_if<directory::Refusal>(&why)) {
        if (*refused == directory::Refusal::passkey_already_there) return PasskeyRefusal::there_already;
        if (*refused == directory::Refusal::too_many_passkeys) return PasskeyRefusal::too_many;
    }
    return std::holds_alternative<Crowded>(why) ? PasskeyRefusal::crowded : PasskeyRefusal::wrong;
}

/// Whose passkey answered the challenge; nothing if it did not.
std::optional<PersonId> whose(Parts& parts, const PasskeyUsed& used)
{
    const auto client = field(used.client_said);
    const auto authenticator_bytes = field(used.authenticator_said);
    const auto signature = field(used.signature);
    if (!client || !authenticator_bytes || !signature) return std::nullopt;
    const auto said = exchange::read_client_said(text_of(*client));
    const auto authenticator = exchange::read_authenticator_said(*authenticator_bytes);
    if (!said || !said_so(*said, "webauthn.get", used.place) ||
        !is_theirs(parts, used.holder, used.issued, said->challenge) || !authenticator ||
        !is_of_ours(*authenticator, used.place))
        return std::nullopt;
    const auto partnership = parts.partnership();
    const auto* person = partnership->person_by_passkey(used.id);
    if (person == nullptr || person->left) return std::nullopt;
    const auto kept = std::ranges::find(person->passkeys, used.id, &directory::Passkey::id);
    const auto cose = crypto::parse_base64url(kept->key);
    const auto key = cose ? exchange::read_cose_key(*cose) : std::nullopt;
    auto message = *authenticator_bytes;
    const auto digest = crypto::sha256(*client);
    message.insert(message.end(), digest.begin(), digest.end());
    if (!key || !is_signed(*key, message, *signature)) return std::nullopt;
    if (!use_challenge(parts, said->challenge)) return std::nullopt;
    if (!count_grows(parts, person->id, used.id, authenticator->count)) return std::nullopt;
    return person->id;
}

}  // namespace

PasskeyChallenge passkey_challenge(Safelead& safelead, std::string_view holder)
{
    auto& parts = safelead.parts();
    const auto issued = to_text(parts.now());
    return {challenge_of(parts, holder, issued), issued};
}

Later<Result<Done, PasskeyRefusal>> add_passkey(Safelead& safelead, const Actor& actor,
                                                const CommandId& command, PasskeyMade made)
{
    using Answer = Result<Done, PasskeyRefusal>;
    auto& parts = safelead.parts();
    WordsGate{}(made.name);
    if (made.name.empty() || made.name.size() > longest_name) return Answer{fail(PasskeyRefusal::no_name)};
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(actor.person);
    const int seen = person == nullptr ? 0 : person->factors_changed;
    auto passkey = passkey_in(parts, actor.session.text(), made);
    if (!passkey) return Answer{fail(PasskeyRefusal::wrong)};
    Said said{"add passkey"};
    said(passkey->id);
    said(passkey->name);
    return keep_in_directory(parts, actor.person.text(), command, said,
                             directory::AddPasskey{actor.person, *std::move(passkey), seen})
        .then([](Outcome<Done> kept) -> Answer {
            if (!kept) return fail(refusal_of(kept.error()));
            return Done{};
        });
}

PasskeyOwner passkey_owner(Safelead& safelead, const Actor& actor)
{
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(actor.person);
    const auto id =
        crypto::keyed_digest(passkey_key(parts), bytes_of("owner\n" + std::string{actor.person.text()}));
    return {crypto::to_base64url(BytesView{id}.first(16)), person == nullptr ? std::string{} : person->email};
}

std::vector<PasskeyShown> passkeys_of(Safelead& safelead, const Actor& actor)
{
    const auto partnership = safelead.parts().partnership();
    const auto* person = partnership->person(actor.person);
    std::vector<PasskeyShown> shown;
    if (person == nullptr) return shown;
    for (const auto& one : person->passkeys) shown.push_back({one.id, one.name});
    return shown;
}

Later<Outcome<Done>> remove_passkey(Safelead& safelead, const Actor& actor, const CommandId& command,
                                    const std::string& id)
{
    auto& parts = safelead.parts();
    Said said{"remove passkey"};
    said(id);
    return keep_in_directory(parts, actor.person.text(), command, said,
                             directory::RemovePasskey{actor.person, id})
        .then([&parts, person = actor.person](Outcome<Done> kept) {
            if (kept) parts.passing->store().remove_of(session_kind, person.text());
            return kept;
        });
}

Result<SignInAnswer, PasskeyRefusal> sign_in_with_passkey(Safelead& safelead, const PasskeyUsed& used)
{
    auto& parts = safelead.parts();
    auto attempt =
        parts.tries->begin({{"address " + used.address, parts.options.address_tries}}, parts.now());
    if (!attempt) return fail(PasskeyRefusal::wait);
    const auto person = whose(parts, used);
    auto beginning = person ? begin_for(parts, *person, used.device, used.about, used.ends) : std::nullopt;
    if (beginning) beginning->shown = Factors::two;
    auto answer = beginning ? go_on(parts, *beginning) : std::nullopt;
    if (!answer) {
        attempt->count(parts.now(), parts.options.tries_window);
        return fail(PasskeyRefusal::wrong);
    }
    return *std::move(answer);
}

}  // namespace safelead::app
