// Whatever a server says to a witness, and whatever stands where an address should: no crash, and what is
// taken for an answer is the whole of it.

#include "main/fetch.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace safelead::main;

namespace {

void require(bool holds)
{
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    if (const auto answer = parse_answer(text)) {
        require(answer->status <= 999);
        require(text.ends_with(answer->body));
        // What was cut off is not an answer, unless nothing was.
        if (!answer->body.empty()) require(!parse_answer(text.substr(0, size - 1)));
    }
    if (const auto address = parse_web_address(text)) {
        require(!address->host.empty() && !address->port.empty() && address->path.starts_with('/'));
        for (const auto* part : {&address->host, &address->port, &address->path})
            require(part->find_first_of("\r\n @") == std::string::npos);
    }
    return 0;
}
