#pragma once

// Small parts of a record, for tests.

#include "base/bytes.h"
#include "crypto/random.h"
#include "ledger/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace safelead::test {

inline const bool crypto_is_ready = [] {
    crypto::initialise();
    return true;
}();

inline Bytes text_bytes(std::string_view text)
{
    const auto view = bytes_of(text);
    return {view.begin(), view.end()};
}

/// `first`, `first` + 1, …
inline crypto::SecretKey counting_key(unsigned first)
{
    std::array<std::byte, crypto::SecretKey::size> bytes;
    for (auto& byte : bytes) byte = static_cast<std::byte>(first++ & 0xFFU);
    return crypto::SecretKey::taken_from(bytes);
}

inline crypto::Nonce counting_nonce(unsigned first)
{
    crypto::Nonce nonce;
    for (auto& byte : nonce) byte = static_cast<std::byte>(first++ & 0xFFU);
    return nonce;
}

/// So many milliseconds into 2026.
inline Instant at(std::int64_t milliseconds)
{
    return Instant{std::chrono::milliseconds{1'767'225'600'000 + milliseconds}};
}

inline const OrganisationId oakfield{"oakfield-high"};
inline const OrganisationId riverside{"riverside-primary"};

/// One entry for the end of `stream`, whatever it says.
inline ledger::Submission submission(const std::string& command, const std::string& stream,
                                     const std::string& said = "said")
{
    return {CommandId{command},
            text_bytes(said),
            {},
            {{ledger::StreamId{stream}, ledger::shared_part(), text_bytes(said)}},
            at(0),
            nullptr};
}

inline ledger::SubmitResult submit(ledger::Log& log, ledger::Submission submission)
{
    return wait_for(log.submit(std::move(submission)));
}

}  // namespace safelead::test
