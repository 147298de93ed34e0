#pragma once

// Who may vouch for people here (docs/formats/issuers.md), and what their servers were asked. What their
// servers said is kept for an hour in memory; a token signed by a key that nobody has heard of makes us look
// once more, because issuers change their keys.

#include "app/workers.h"
#include "base/time.h"
#include "exchange/id_token.h"
#include "exchange/issuers_json.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

/// One request to an issuer's server, as main makes it: with limits of time and length, certificates
/// checked, no redirection followed.
struct IssuerQuestion {
    std::string address;
    std::optional<std::string> form = std::nullopt;  ///< Posted, urlencoded.
    std::string authorisation = {};                  ///< The whole header's value, or empty.
    std::string trust = {};                          ///< A PEM file, or empty.
};
struct IssuerAnswer {
    unsigned status = 0;
    std::string body;
};
/// @throws Unavailable where there is no whole answer.
using AskIssuer = std::function<IssuerAnswer(const IssuerQuestion&)>;

struct Issuer {
    exchange::IssuerSetting setting;
    std::string secret;
};

class Issuers {
public:
    /// `origin`: where browsers find us, "https://safelead.example".
    Issuers(std::string origin, std::vector<Issuer> issuers, AskIssuer ask);

    [[nodiscard]] const std::vector<Issuer>& all() const { return issuers_; }
    [[nodiscard]] const Issuer* find(std::string_view id) const;

    /// Where the issuer sends browsers back to. It never depends on a request.
    [[nodiscard]] std::string return_address(const Issuer& issuer) const;

    /// Where its people sign out there, as it said when it was asked last (however long ago); empty if it
    /// says nothing of it, or was not asked since the start. Never waits for it.
    [[nodiscard]] std::string sign_out_address(const Issuer& issuer);

    // These may wait for an issuer's server: for workers only.
    // @throws Unavailable where it does not answer as it should.

    [[nodiscard]] exchange::Discovery discovery(const Issuer& issuer, Instant now);

    /// Nothing if the issuer has no such key, also when it was asked again.
    [[nodiscard]] std::optional<exchange::WebKey> key(const Issuer& issuer, const std::string& id,
                                                      Instant now);

    /// The token for a code; nothing if the issuer gives none for it.
    [[nodiscard]] std::optional<std::string> token_for(const Issuer& issuer, const std::string& code,
                                                       const std::string& verifier, Instant now);

    [[nodiscard]] Workers& workers() { return workers_; }

private:
    struct Known {
        std::optional<exchange::Discovery> discovery;
        Instant discovered{};
        std::vector<exchange::WebKey> keys;
        Instant keys_read{};
        std::optional<Instant> looked_again;
    };

    [[nodiscard]] std::string ask_for_page(const Issuer& issuer, const std::string& address) const;
    [[nodiscard]] std::optional<exchange::WebKey> known_key(const Issuer& issuer, const std::string& id,
                                                            Instant now);
    [[nodiscard]] bool may_look_again(const Issuer& issuer, Instant now);
    void read_keys(const Issuer& issuer, Instant now);

    const std::string origin_;
    const std::vector<Issuer> issuers_;
    const AskIssuer ask_;
    std::mutex mutex_;
    std::map<std::string, Known, std::less<>> known_;  // By id.
    Workers workers_;                                  // Last: they stop first.
};

}  // namespace safelead::app
