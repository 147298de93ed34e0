#include "app/issuers.h"

#include "base/percent.h"
#include "base/unavailable.h"
#include "crypto/base64.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;

constexpr auto kept_for = 1h;
constexpr auto between_looks = 30s;
constexpr unsigned threads = 2;
constexpr std::size_t longest_queue = 64;
constexpr unsigned ok = 200;

/// Says whose server it was, and nothing of anybody who signs in.
[[noreturn]] void fail_on(const Issuer& issuer, std::string_view what)
{
    throw Unavailable{fmt::format("The issuer \"{}\" {}.", issuer.setting.id, what)};
}

bool is_fresh(Instant read, Instant now)
{
    return read <= now && now - read < kept_for;
}

exchange::Plain plain_for(const Issuer& issuer)
{
    return exchange::is_loopback(issuer.setting.issuer) ? exchange::Plain::allowed : exchange::Plain::refused;
}

}  // namespace

Issuers::Issuers(std::string origin, std::vector<Issuer> issuers, AskIssuer ask)
    : origin_{std::move(origin)},
      issuers_{std::move(issuers)},
      ask_{std::move(ask)},
      workers_{threads, longest_queue}
{
    for (const auto& issuer : issuers_) known_[issuer.setting.id];
}

const Issuer* Issuers::find(std::string_view id) const
{
    const auto found =
        std::ranges::find_if(issuers_, [id](const Issuer& one) { return one.setting.id == id; });
    return found == issuers_.end() ? nullptr : &*found;
}

std::string Issuers::return_address(const Issuer& issuer) const
{
    return fmt::format("{}/sign-in/with/{}/return", origin_, issuer.setting.id);
}

std::string Issuers::sign_out_address(const Issuer& issuer)
{
    const std::lock_guard lock{mutex_};
    const auto& known = known_[issuer.setting.id];
    if (!known.discovery || known.discovery->sign_out.empty()) return {};
    const auto& address = known.discovery->sign_out;
    return fmt::format("{}{}client_id={}", address, address.find('?') == std::string::npos ? '?' : '&',
                       percent_encoded(issuer.setting.client));
}

exchange::Discovery Issuers::discovery(const Issuer& issuer, Instant now)
{
    {
        const std::lock_guard lock{mutex_};
        const auto& known = known_[issuer.setting.id];
        if (known.discovery && is_fresh(known.discovered, now)) return *known.discovery;
    }
    auto address = issuer.setting.issuer;
    if (address.ends_with('/')) address.pop_back();
    auto read = exchange::read_discovery(ask_for_page(issuer, address + "/.well-known/openid-configuration"),
                                         plain_for(issuer));
    if (!read) fail_on(issuer, "does not describe itself as it should");
    if (read->issuer != issuer.setting.issuer) fail_on(issuer, "calls itself by another name");
    const std::lock_guard lock{mutex_};
    auto& known = known_[issuer.setting.id];
    known.discovery = *read;
    known.discovered = now;
    return *std::move(read);
}

std::optional<exchange::WebKey> Issuers::key(const Issuer& issuer, const std::string& id, Instant now)
{
    bool is_stale = false;
    {
        const std::lock_guard lock{mutex_};
        is_stale = !is_fresh(known_[issuer.setting.id].keys_read, now);
    }
    if (is_stale) read_keys(issuer, now);
    if (auto key = known_key(issuer, id, now); key || is_stale) return key;
    if (!may_look_again(issuer, now)) return std::nullopt;
    read_keys(issuer, now);
    return known_key(issuer, id, now);
}

std::optional<std::string> Issuers::token_for(const Issuer& issuer, const std::string& code,
                                              const std::string& verifier, Instant now)
{
    const auto found = discovery(issuer, now);
    const auto& setting = issuer.setting;
    auto form = fmt::format("grant_type=authorization_code&code={}&redirect_uri={}&code_verifier={}",
                            percent_encoded(code), percent_encoded(return_address(issuer)),
                            percent_encoded(verifier));
    std::string authorisation;
    if (found.secret_given == exchange::SecretGiven::in_header) {
        const auto both = percent_encoded(setting.client) + ':' + percent_encoded(issuer.secret);
        authorisation = "Basic " + crypto::to_base64(bytes_of(both));
    } else {
        form += fmt::format("&client_id={}&client_secret={}", percent_encoded(setting.client),
                            percent_encoded(issuer.secret));
    }
    const auto answer = ask_({found.token, std::move(form), std::move(authorisation), setting.trust});
    if (answer.status != ok) return std::nullopt;
    return exchange::read_token_answer(answer.body);
}

std::string Issuers::ask_for_page(const Issuer& issuer, const std::string& address) const
{
    auto answer = ask_({.address = address, .trust = issuer.setting.trust});
    if (answer.status != ok) fail_on(issuer, fmt::format("answered with {}", answer.status));
    return std::move(answer.body);
}

std::optional<exchange::WebKey> Issuers::known_key(const Issuer& issuer, const std::string& id, Instant now)
{
    const std::lock_guard lock{mutex_};
    const auto& known = known_[issuer.setting.id];
    if (!is_fresh(known.keys_read, now)) return std::nullopt;
    const auto found = std::ranges::find(known.keys, id, &exchange::WebKey::id);
    if (found == known.keys.end()) return std::nullopt;
    return *found;
}

bool Issuers::may_look_again(const Issuer& issuer, Instant now)
{
    const std::lock_guard lock{mutex_};
    auto& looked = known_[issuer.setting.id].looked_again;
    if (looked && *looked <= now && now - *looked < between_looks) return false;
    looked = now;
    return true;
}

void Issuers::read_keys(const Issuer& issuer, Instant now)
{
    auto keys = exchange::read_web_keys(ask_for_page(issuer, discovery(issuer, now).keys));
    if (!keys) fail_on(issuer, "does not give its keys as it should");
    const std::lock_guard lock{mutex_};
    auto& known = known_[issuer.setting.id];
    known.keys = *std::move(keys);
    known.keys_read = now;
}

}  // namespace safelead::app
