#pragma once

// The only file that knows libcurl is its .cpp. TLS always, and the server's certificate is always looked at:
// mail says little, but a password goes with it.

#include "post/mail.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>

namespace safelead::post {

enum class Tls : std::uint8_t {
    starttls,        ///< Begun in the clear, and nothing is sent before it is not.
    from_the_start,  ///< Usually port 465.
};

struct SmtpPlace {
    std::string host;
    std::uint16_t port = 587;
    Tls tls = Tls::starttls;
    std::string user;  ///< Empty: without signing in.
    std::string password;
    std::filesystem::path trust;  ///< Certificates, PEM, in place of the system's; empty: the system's.
    std::chrono::seconds connect_time{10};
    std::chrono::seconds send_time{60};    ///< For one mail.
    std::chrono::seconds batch_time{240};  ///< After which no other mail of one call is begun.
};

/// Carries over SMTP; mail of one call goes over one connection.
[[nodiscard]] std::unique_ptr<Carrier> smtp_carrier(SmtpPlace place, Sender sender);

}  // namespace safelead::post
