#pragma once

// What was asked, after the bytes have been checked. Plain: nothing here knows of sockets.

#include "base/id.h"
#include "web/forms/form_fields.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {

using RequestId = Id<struct RequestKind>;

enum class Method { get, head, post, put, patch, erase };

/// "GET", …, "DELETE".
[[nodiscard]] std::string_view method_name(Method method);

enum class Scheme { http, https };

struct Header {
    std::string name;
    std::string value;
};

/// One request. It stays where it is, unchanged, until its answer is there, so a step of a Later may refer to
/// it.
struct Request {
    RequestId id{""};  ///< Random, for the log and for incident numbers.
    Method method = Method::get;
    std::string path;                   ///< As it was sent, still encoded, without the query: "/cases/LS-7".
    std::vector<std::string> segments;  ///< Decoded: {"cases", "LS-7"}. Of "/": none.
    FormFields query;
    std::vector<Header> headers;
    std::vector<Field> cookies;
    std::string body;              ///< As it came; empty if it was a form, which is in `form`.
    FormFields form;               ///< Of a POST with a form, either encoding.
    std::string remote;            ///< The address of whoever asks, without a port; "" on a Unix socket.
    Scheme scheme = Scheme::http;  ///< As the browser sees it.

    std::string_view route;  ///< The pattern that matched: "/cases/{ref}". Safe to log; the path is not.
    std::vector<Field> path_values;  ///< What stood for "{ref}".

    /// The value of the first header of this name (in any case).
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;

    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;

    /// What stands in the path for `{name}`. A name that the route's pattern has not is a bug.
    [[nodiscard]] std::string_view path_value(std::string_view name) const;

    [[nodiscard]] bool is_https() const { return scheme == Scheme::https; }
};

}  // namespace safelead::web
