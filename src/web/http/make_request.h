#pragma once

// From the head of a request, as bytes said it, to a Request. Knows nothing of sockets, so that it can be
// tested, and fuzzed, without one.

#include "base/result.h"
#include "web/http/answerer.h"
#include "web/http/limits.h"
#include "web/http/request.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {

struct RequestHead {
    std::string method;
    std::string target;
    std::vector<Header> headers;
    unsigned version = 11;  ///< 10 or 11.
};

/// What is known of whoever asks before they ask.
struct Asker {
    std::string remote;
    Scheme scheme = Scheme::http;
    bool is_trusted_proxy = false;                         ///< Its X-Forwarded-For is believed.
    const std::vector<std::string>* host_names = nullptr;  ///< Null or empty: any will do.
};

/// A head that two programs could read in two ways is refused: two hosts, two lengths, a length and a coding.
[[nodiscard]] Result<Request, Fault> make_request(RequestHead head, const Asker& asker, const Limits& limits);

enum class FormKind { none, urlencoded, multipart, other };

/// What the head says that its body is.
[[nodiscard]] FormKind form_kind(const Request& request);

}  // namespace safelead::web
