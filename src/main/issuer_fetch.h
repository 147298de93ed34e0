#pragma once

// Asking an issuer's server, by libcurl: https with certificates checked (http only to this machine itself),
// ten seconds and 256 KiB at most, no redirection, no proxy.

#include "app/issuers.h"

namespace safelead::web {
class Log;
}

namespace safelead::main {

/// `log` outlives it, and is told when a server answers anything but 200, by the number alone.
[[nodiscard]] app::AskIssuer issuer_asker(web::Log& log);

}  // namespace safelead::main
