#include "web/http/parser.h"

#include "base/text.h"

#include <boost/beast/http/basic_parser.hpp>

namespace safelead::web {

namespace beast = boost::beast;
using beast::http::error;

/// Beast's parser tells each thing it finds; this keeps what we want.
class RequestParser::Beast final : public beast::http::basic_parser<true> {
public:
    explicit Beast(const Limits& limits) : limits_{limits}
    {
        // Our own count, in take(), covers the whole head; Beast's only what is in its hands at one time.
        header_limit(static_cast<std::uint32_t>(limits.target + limits.header));
        body_limit(boost::none);
    }

    RequestHead head;
    BodySink sink;
    std::size_t head_bytes = 0;
    bool has_head = false;
    bool expects_continue = false;

    [[nodiscard]] const Limits& limits() const { return limits_; }

private:
    using string_view = beast::string_view;
    using error_code = beast::error_code;

    static std::string_view plain(string_view text) { return {text.data(), text.size()}; }

    void on_request_impl(beast::http::verb, string_view method, string_view target, int version,
                         error_code&) override
    {
        head.method = plain(method);
        head.target = plain(target);
        head.version = static_cast<unsigned>(version);
    }

    void on_field_impl(beast::http::field, string_view name, string_view value, error_code& ec) override
    {
        if (has_head) return;  // a trailer: nobody asked for one
        if (head.headers.size() == limits_.header_count) {
            ec = error::header_limit;
            return;
        }
        if (ascii_lower(plain(name)) == "expect" && ascii_lower(plain(value)) == "100-continue") {
            expects_continue = true;
        }
        head.headers.push_back({std::string{plain(name)}, std::string{plain(value)}});
    }

    void on_header_impl(error_code&) override { has_head = true; }

    std::size_t on_body_impl(string_view bytes, error_code&) override
    {
        if (sink) sink(plain(bytes));
        return bytes.size();
    }

    std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code&) override
    {
        if (sink) sink(plain(bytes));
        return bytes.size();
    }

    void on_response_impl(int, string_view, int, error_code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
    void on_finish_impl(error_code&) override {}

    Limits limits_;
};

RequestParser::RequestParser(const Limits& limits) : beast_{std::make_unique<Beast>(limits)} {}
RequestParser::~RequestParser() = default;

Result<std::size_t, Fault> RequestParser::take(std::string_view bytes)
{
    const bool was_in_head = !beast_->has_head;
    const Limits& limits = beast_->limits();
    beast::error_code ec;
    const std::size_t used = beast_->put(boost::asio::const_buffer{bytes.data(), bytes.size()}, ec);
    if (was_in_head) {
        beast_->head_bytes += used;
        const std::size_t seen = beast_->head_bytes + (beast_->has_head ? 0 : bytes.size() - used);
        const bool in_first_line = beast_->head.method.empty();
        if (in_first_line && bytes.size() > limits.target + 32 &&
            bytes.find('\n') == std::string_view::npos) {
            return fail(Fault::target_too_long);
        }
        if (seen > limits.header + limits.target) return fail(Fault::headers_too_large);
    }
    if (ec == error::need_more) ec = {};
    if (ec == error::header_limit) return fail(Fault::headers_too_large);
    if (ec) return fail(Fault::bad_request);
    return used;
}

bool RequestParser::has_head() const
{
    return beast_->has_head;
}

bool RequestParser::is_whole() const
{
    return beast_->is_done();
}

RequestHead RequestParser::take_head()
{
    return std::move(beast_->head);
}

bool RequestParser::keeps_alive() const
{
    return beast_->keep_alive();
}

bool RequestParser::expects_continue() const
{
    return beast_->expects_continue;
}

std::optional<std::uint64_t> RequestParser::content_length() const
{
    const auto length = beast_->content_length();
    if (!length) return std::nullopt;
    return *length;
}

void RequestParser::set_body_sink(BodySink sink)
{
    beast_->sink = std::move(sink);
    beast_->eager(true);
}

}  // namespace safelead::web
