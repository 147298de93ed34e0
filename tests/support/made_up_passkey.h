#pragma once

// A device with one passkey, made of OpenSSL: what it sends can be right, or wrong in one way.

#include "app/passkeys.h"
#include "base/bytes.h"

#include <cstdint>
#include <memory>
#include <string>

namespace safelead::test {

class MadeUpPasskey {
public:
    MadeUpPasskey();
    ~MadeUpPasskey();
    MadeUpPasskey(const MadeUpPasskey&) = delete;
    MadeUpPasskey& operator=(const MadeUpPasskey&) = delete;

    /// Flags: 1 somebody was there, 4 they were verified. The credential's flag is set where it belongs.
    unsigned flags = 5;
    std::uint32_t count = 0;
    std::string host = "localhost";
    std::string origin = "http://localhost:8080";
    std::string more_said;  ///< Further members of what the browser says.
    std::string type;       ///< Instead of the right one.

    [[nodiscard]] std::string id() const;
    [[nodiscard]] app::PasskeyMade make(const app::PasskeyChallenge& challenge);
    [[nodiscard]] app::PasskeyUsed use(const app::PasskeyChallenge& challenge, const std::string& holder);

private:
    struct Pair;

    [[nodiscard]] std::string said(std::string_view right_type, const std::string& challenge) const;
    [[nodiscard]] Bytes authenticator_said(bool with_key) const;

    std::unique_ptr<Pair> pair_;
    Bytes id_;
};

}  // namespace safelead::test
