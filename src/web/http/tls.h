#pragma once

#include "web/http/server.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace safelead::web {

/// TLS 1.3 as a server, from two files.
/// @throws Unavailable, in one sentence, when a file cannot be used.
[[nodiscard]] std::unique_ptr<boost::asio::ssl::context> make_tls(const TlsFiles& files);

}  // namespace safelead::web
