// Whatever arrives as a request: no crash, and what comes out is decoded, bounded writing.

#include "web/forms/percent.h"
#include "web/http/make_request.h"
#include "web/http/parser.h"
#include "web/http/target.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace safelead;
using namespace safelead::web;

namespace {

void require(bool holds)
{
    if (!holds) std::abort();
}

void check_target(std::string_view text)
{
    const auto target = parse_target(text);
    if (!target) return;
    for (const std::string& segment : target->segments) {
        require(is_writing(segment) && segment.find('\n') == std::string::npos);
    }
}

/// Feeds the parser as a connection does: what it leaves comes again with more behind it.
void check_request(std::string_view text)
{
    const Limits limits;
    RequestParser parser{limits};
    std::size_t begin = 0;
    std::size_t body = 0;
    bool has_sink = false;
    for (std::size_t end = std::min<std::size_t>(7, text.size());; end = std::min(end + 7, text.size())) {
        while (begin < end && !parser.is_whole()) {
            const auto used = parser.take(text.substr(begin, end - begin));
            if (!used) return;
            begin += *used;
            if (parser.has_head() && !has_sink) {
                has_sink = true;
                const auto request = make_request(parser.take_head(), {}, limits);
                if (!request) return;
                require(request->headers.size() <= limits.header_count);
                parser.set_body_sink([&body](std::string_view bytes) { body += bytes.size(); });
            } else if (*used == 0) {
                break;
            }
        }
        if (end == text.size() || parser.is_whole()) break;
    }
    require(body <= text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    check_target(text);
    check_request(text);
    return 0;
}
