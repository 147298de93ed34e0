#pragma once

// A small HTTP/1.1 client for `safelead witness`: one request, one answer, one connection, limits on all of
// it.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::main {

struct WebAddress {
    bool is_tls = false;
    std::string host;
    std::string port;
    std::string path;  ///< Begins with "/".
};

/// "https://example.org/record" and "http://…"; nothing else.
[[nodiscard]] std::optional<WebAddress> parse_web_address(std::string_view text);

struct Fetched {
    unsigned status;
    std::string body;
};

/// All that came until the connection was closed; nothing if it is no answer, or not the whole of one.
[[nodiscard]] std::optional<Fetched> parse_answer(std::string_view bytes);

/// Asks for a page; with a `body`, posts it. By https, only from whom the system's certificates, or those in
/// `trust`, vouch for.
/// @throws Unavailable when there is no whole answer within a minute, or it is longer than 1 MiB.
[[nodiscard]] Fetched fetch(const WebAddress& address, const std::optional<std::string>& body,
                            const std::filesystem::path& trust);

}  // namespace safelead::main
