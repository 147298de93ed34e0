// Whatever arrives as a Cookie header: no crash, and no more cookies than asked for.

#include "web/http/cookies.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace safelead::web;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    constexpr std::size_t most = 5;
    const auto cookies = parse_cookies({reinterpret_cast<const char*>(bytes), size}, most);
    if (cookies.size() > most) std::abort();
    for (const Field& cookie : cookies) {
        if (cookie.name.empty() || cookie.name.find_first_of("=; \t") != std::string::npos) std::abort();
        if (cookie.value.find_first_of("; \t\r\n") != std::string::npos) std::abort();
    }
    return 0;
}
