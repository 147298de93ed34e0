#include "exchange/id_token.h"

#include "exchange/json_tree.h"

#include <algorithm>

namespace safelead::exchange {
namespace {

constexpr std::size_t longest_token = 16 * 1024;
constexpr std::size_t longest_answer = 256 * 1024;
constexpr std::size_t most_parts = 5'000;
constexpr std::size_t most_keys = 100;
constexpr std::size_t longest_key_id = 200;
constexpr std::int64_t latest = std::int64_t{1} << 40U;  // Seconds; past that it is no time.

std::optional<JsonTree> read_object(std::string_view json, std::size_t longest)
{
    auto tree = parse_json(json, {longest, 16, most_parts, JsonLimits::Comments::refused});
    if (!tree || tree->kind != JsonTree::Kind::object) return std::nullopt;
    return *std::move(tree);
}

const std::string* text_at(const JsonTree& tree, std::string_view name)
{
    const auto* member = tree.find(name);
    return member != nullptr && member->kind == JsonTree::Kind::text ? &member->text : nullptr;
}

std::string text_or_empty(const JsonTree& tree, std::string_view name)
{
    const auto* text = text_at(tree, name);
    return text == nullptr ? std::string{} : *text;
}

std::optional<std::vector<std::string>> texts_in(const JsonTree& list)
{
    if (list.kind != JsonTree::Kind::array) return std::nullopt;
    std::vector<std::string> texts;
    for (const auto& item : list.items) {
        if (item.kind != JsonTree::Kind::text) return std::nullopt;
        texts.push_back(item.text);
    }
    return texts;
}

/// A list, or nothing if the member is missing; false if it is there and no list of texts.
bool read_texts(const JsonTree& tree, std::string_view name, std::vector<std::string>& into)
{
    const auto* member = tree.find(name);
    if (member == nullptr) return true;
    auto texts = texts_in(*member);
    if (!texts) return false;
    into = *std::move(texts);
    return true;
}

/// False if it is there and no time.
bool read_seconds(const JsonTree& tree, std::string_view name, std::optional<Instant>& into)
{
    const auto* member = tree.find(name);
    if (member == nullptr) return true;
    if (member->kind != JsonTree::Kind::integer || member->integer < 0 || member->integer > latest)
        return false;
    into = Instant{std::chrono::seconds{member->integer}};
    return true;
}

/// False if it is there and no text.
bool read_text(const JsonTree& tree, std::string_view name, std::string& into)
{
    const auto* member = tree.find(name);
    if (member == nullptr) return true;
    if (member->kind != JsonTree::Kind::text) return false;
    into = member->text;
    return true;
}

bool holds(const std::vector<std::string>& texts, std::string_view one)
{
    return std::ranges::find(texts, one) != texts.end();
}

/// One text, or a list of them.
std::optional<std::vector<std::string>> audience_of(const JsonTree& tree)
{
    const auto* member = tree.find("aud");
    if (member == nullptr) return std::nullopt;
    if (member->kind == JsonTree::Kind::text) return std::vector{member->text};
    return texts_in(*member);
}

bool may_check_signatures(const JsonTree& key, std::string_view algorithm)
{
    const auto* use = key.find("use");
    if (use != nullptr && text_or_empty(key, "use") != "sig") return false;
    const auto* algorithm_said = key.find("alg");
    return algorithm_said == nullptr || text_or_empty(key, "alg") == algorithm;
}

std::optional<WebKey> web_key(const JsonTree& key)
{
    if (key.kind != JsonTree::Kind::object) return std::nullopt;
    const auto id = text_or_empty(key, "kid");
    if (id.empty() || id.size() > longest_key_id) return std::nullopt;
    const auto kind = text_or_empty(key, "kty");
    if (kind == "RSA" && may_check_signatures(key, "RS256"))
        return WebKey{id, RsaWebKey{text_or_empty(key, "n"), text_or_empty(key, "e")}};
    if (kind == "EC" && text_or_empty(key, "crv") == "P-256" && may_check_signatures(key, "ES256"))
        return WebKey{id, EcWebKey{text_or_empty(key, "x"), text_or_empty(key, "y")}};
    return std::nullopt;
}

std::string_view without_scheme(std::string_view address)
{
    return address.substr(std::min(address.find("://") + 3, address.size()));
}

std::string_view host_of(std::string_view address)
{
    auto host = without_scheme(address);
    host = host.substr(0, host.find_first_of("/?"));
    if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

}  // namespace

std::optional<CompactToken> split_token(std::string_view token)
{
    if (token.size() > longest_token) return std::nullopt;
    const auto first = token.find('.');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = token.find('.', first + 1);
    if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos)
        return std::nullopt;
    return CompactToken{token.substr(0, first), token.substr(first + 1, second - first - 1),
                        token.substr(second + 1), token.substr(0, second)};
}

std::optional<TokenHead> read_token_head(std::string_view json)
{
    const auto tree = read_object(json, longest_token);
    if (!tree || tree->find("crit") != nullptr || tree->find("b64") != nullptr) return std::nullopt;
    const auto algorithm = text_or_empty(*tree, "alg");
    const auto key = text_or_empty(*tree, "kid");
    if (key.empty() || key.size() > longest_key_id) return std::nullopt;
    if (algorithm == "RS256") return TokenHead{TokenAlgorithm::rs256, key};
    if (algorithm == "ES256") return TokenHead{TokenAlgorithm::es256, key};
    return std::nullopt;
}

std::optional<directory::TokenClaims> read_token_claims(std::string_view json)
{
    const auto tree = read_object(json, longest_token);
    if (!tree) return std::nullopt;
    directory::TokenClaims claims;
    auto audience = audience_of(*tree);
    const auto* party = tree->find("azp");
    if (!audience || (party != nullptr && party->kind != JsonTree::Kind::text)) return std::nullopt;
    claims.audience = *std::move(audience);
    if (party != nullptr) claims.authorised_party = party->text;
    const bool is_well_formed =
        read_text(*tree, "iss", claims.issuer) && read_text(*tree, "sub", claims.subject) &&
        read_text(*tree, "nonce", claims.nonce) && read_text(*tree, "tid", claims.tenant) &&
        read_text(*tree, "acr", claims.context) && read_texts(*tree, "amr", claims.methods) &&
        read_seconds(*tree, "exp", claims.expires) && read_seconds(*tree, "iat", claims.issued) &&
        read_seconds(*tree, "nbf", claims.not_before) &&
        read_seconds(*tree, "auth_time", claims.authenticated);
    if (!is_well_formed) return std::nullopt;
    return claims;
}

std::optional<std::vector<WebKey>> read_web_keys(std::string_view json)
{
    const auto tree = read_object(json, longest_answer);
    const auto* list = tree ? tree->find("keys") : nullptr;
    if (list == nullptr || list->kind != JsonTree::Kind::array || list->items.size() > most_keys)
        return std::nullopt;
    std::vector<WebKey> keys;
    for (const auto& item : list->items)
        if (auto key = web_key(item)) keys.push_back(*std::move(key));
    return keys;
}

std::optional<Discovery> read_discovery(std::string_view json, Plain plain)
{
    const auto tree = read_object(json, longest_answer);
    if (!tree) return std::nullopt;
    Discovery found{text_or_empty(*tree, "issuer"), text_or_empty(*tree, "authorization_endpoint"),
                    text_or_empty(*tree, "token_endpoint"), text_or_empty(*tree, "jwks_uri")};
    for (const auto* address : {&found.issuer, &found.authorisation, &found.token, &found.keys})
        if (!is_web_address(*address, plain)) return std::nullopt;

    std::vector<std::string> challenges{"S256"};  // Many say nothing of it and know it.
    std::vector<std::string> given{"client_secret_basic"};
    std::vector<std::string> algorithms{"RS256"};
    if (!read_texts(*tree, "code_challenge_methods_supported", challenges) ||
        !read_texts(*tree, "token_endpoint_auth_methods_supported", given) ||
        !read_texts(*tree, "id_token_signing_alg_values_supported", algorithms))
        return std::nullopt;
    const bool by_header = holds(given, "client_secret_basic");
    const bool by_form = holds(given, "client_secret_post");
    if (!holds(challenges, "S256") || (!by_header && !by_form)) return std::nullopt;
    if (!holds(algorithms, "RS256") && !holds(algorithms, "ES256")) return std::nullopt;
    found.secret_given = by_header ? SecretGiven::in_header : SecretGiven::in_form;
    const auto* says = tree->find("authorization_response_iss_parameter_supported");
    found.says_issuer_on_return = says != nullptr && says->kind == JsonTree::Kind::boolean && says->boolean;
    // Nobody needs it to sign in: without a good one people are told in words.
    if (auto sign_out = text_or_empty(*tree, "end_session_endpoint"); is_web_address(sign_out, plain))
        found.sign_out = std::move(sign_out);
    return found;
}

std::optional<std::string> read_token_answer(std::string_view json)
{
    const auto tree = read_object(json, longest_answer);
    const auto* token = tree ? text_at(*tree, "id_token") : nullptr;
    if (token == nullptr || token->empty() || token->size() > longest_token) return std::nullopt;
    return *token;
}

bool is_loopback(std::string_view address)
{
    const auto host = host_of(address);
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

bool is_web_address(std::string_view address, Plain plain)
{
    constexpr std::size_t longest_address = 2'000;
    if (address.size() > longest_address || host_of(address).empty()) return false;
    const bool is_plain = std::ranges::all_of(address, [](char c) {
        return c > ' ' && c < '\x7f' && std::string_view{"\"'<>\\^`{|}#@"}.find(c) == std::string_view::npos;
    });
    if (!is_plain) return false;
    if (address.starts_with("https://")) return true;
    return address.starts_with("http://") && plain == Plain::allowed && is_loopback(address);
}

}  // namespace safelead::exchange
