#pragma once

#include "base/result.h"
#include "web/http/answerer.h"
#include "web/http/limits.h"
#include "web/http/make_request.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace safelead::web {

/// Splits the bytes of one request into its head and its body, by HTTP/1.1's rules. (Boost.Beast, behind a
/// wall: it is slow to compile.)
class RequestParser {
public:
    using BodySink = std::function<void(std::string_view)>;

    explicit RequestParser(const Limits& limits);
    RequestParser(const RequestParser&) = delete;
    RequestParser& operator=(const RequestParser&) = delete;
    ~RequestParser();

    /// Takes what it can from the front of `bytes` and says how many; the rest is to come again with more
    /// behind it. It stops after the head, and after the request.
    [[nodiscard]] Result<std::size_t, Fault> take(std::string_view bytes);

    [[nodiscard]] bool has_head() const;
    [[nodiscard]] bool is_whole() const;

    /// Once it has the head.
    [[nodiscard]] RequestHead take_head();
    [[nodiscard]] bool keeps_alive() const;
    [[nodiscard]] bool expects_continue() const;
    [[nodiscard]] std::optional<std::uint64_t> content_length() const;

    /// Where the body goes, as it comes. Before anything is taken after the head.
    void set_body_sink(BodySink sink);

private:
    class Beast;
    std::unique_ptr<Beast> beast_;
};

}  // namespace safelead::web
