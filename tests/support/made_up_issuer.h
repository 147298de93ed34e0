#pragma once

// An OpenID Connect issuer made of OpenSSL: it answers what an issuer's server is asked, rightly, or wrongly
// in one way. It checks what we send: the client's secret, the address to return to, the verifier.

#include "app/issuer_sign_in.h"
#include "app/issuers.h"
#include "base/bytes.h"
#include "support/fixed_clock.h"

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::test {

inline constexpr std::string_view made_up_origin = "http://localhost:8080";

class MadeUpIssuer {
public:
    enum class Kind { rsa, ec };
    /// How the token is signed, if not as it should be.
    enum class Signed {
        rightly,
        none,
        by_shared_secret,
        by_secret_called_rs256,
        by_another_key,
        as_other_kind
    };

    MadeUpIssuer(std::string id, std::string name, Kind kind = Kind::rsa);
    ~MadeUpIssuer();
    MadeUpIssuer(const MadeUpIssuer&) = delete;
    MadeUpIssuer& operator=(const MadeUpIssuer&) = delete;

    const std::string id;
    std::string name;  ///< As it calls itself.
    std::string tenant;
    std::string client = "a-made-up-client";
    std::string secret = "a made-up secret";
    std::string subject = "subject-1";
    directory::FactorElsewhere second_factor;
    std::map<std::string, std::string>
        claims;  ///< In place of, or beside, the right ones, as JSON; "" takes one out.
    std::map<std::string, std::string> discovery;  ///< Likewise.
    std::map<std::string, std::string> head;       ///< Likewise.
    Signed signature = Signed::rightly;
    bool is_down = false;
    const FixedClock* clock = nullptr;  ///< Nothing: the time is 2026-11-23T10:00Z.

    std::atomic<int> asked_for_keys = 0;

    [[nodiscard]] app::Issuer setting() const;
    [[nodiscard]] bool is_at(const std::string& address) const;
    [[nodiscard]] app::IssuerAnswer answer(const app::IssuerQuestion& question);

    /// Another key, under another id; the one before is no longer given.
    void change_key();

    /// Somebody who was sent there signs in: what their browser comes back with.
    [[nodiscard]] app::IssuerReturn sign_in(const app::SentToIssuer& sent);

    [[nodiscard]] std::string token(const std::string& nonce) const;

private:
    struct Pair;

    [[nodiscard]] Instant now() const;
    [[nodiscard]] app::IssuerAnswer answer_code(const app::IssuerQuestion& question);
    [[nodiscard]] std::string key_set() const;

    const Kind kind_;
    std::unique_ptr<Pair> pair_;
    std::unique_ptr<Pair> other_;  ///< That signs wrongly.
    int key_number_ = 1;
    int codes_ = 0;
    std::map<std::string, std::map<std::string, std::string>> given_;  ///< What each code was asked with.
};

/// Those issuers, as a server has them that serves at `made_up_origin`. They outlive it.
[[nodiscard]] std::shared_ptr<app::Issuers> issuers_of(std::vector<MadeUpIssuer*> issuers);

/// The members of an address's query, or of a form, decoded.
[[nodiscard]] std::map<std::string, std::string> members_of(std::string_view query);

}  // namespace safelead::test
