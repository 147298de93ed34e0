// Whatever an issuer's server sends: no crash, no algorithm but the two, no address that a browser or a
// client should not be sent to; and whatever stands in the file that names issuers.

#include "exchange/id_token.h"
#include "exchange/issuers_json.h"

#include <cstdint>
#include <cstdlib>

using namespace safelead;
using namespace safelead::exchange;

namespace {

void require(bool holds)
{
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view sent{reinterpret_cast<const char*>(bytes), size};
    if (const auto parts = split_token(sent)) {
        require(parts->signed_text.size() + 1 + parts->signature.size() == size);
        require(parts->head.find('.') == std::string_view::npos);
    }
    if (const auto head = read_token_head(sent)) {
        require(!head->key.empty());
        require(sent.find("RS256") != std::string_view::npos ||
                sent.find("ES256") != std::string_view::npos || sent.find('\\') != std::string_view::npos);
    }
    if (const auto claims = read_token_claims(sent)) {
        const directory::TokenExpected nobody{"", "client", "", "", {}, {}};
        require(!directory::check_claims(*claims, nobody));
    }
    if (const auto keys = read_web_keys(sent))
        for (const auto& key : *keys) require(!key.id.empty());
    for (const auto plain : {Plain::refused, Plain::allowed}) {
        const auto found = read_discovery(sent, plain);
        if (!found) continue;
        for (const auto* address : {&found->authorisation, &found->token, &found->keys}) {
            require(address->starts_with("https://") || (plain == Plain::allowed && is_loopback(*address)));
            require(address->find_first_of("\r\n \"'<>") == std::string::npos);
        }
    }
    (void)read_token_answer(sent);
    if (const auto settings = read_issuers(sent, "issuers.json")) {
        require(!settings->issuers.empty());
        for (const auto& one : settings->issuers) require(one.id.find('/') == std::string::npos);
    }
    return 0;
}
