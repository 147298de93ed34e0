#include "crypto/timed_code.h"

#include "base/bug.h"
#include "crypto/digest.h"
#include "crypto/raw.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace safelead::crypto {

std::uint64_t code_step(Instant at)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
    return seconds < 0 ? 0 : static_cast<std::uint64_t>(seconds) / 30;
}

std::string timed_code(BytesView secret, std::uint64_t step, unsigned digits)
{
    std::array<unsigned char, 8> counter;
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<unsigned char>(step >> (8 * (counter.size() - 1 - i)));
    std::array<unsigned char, 20> mac{};
    unsigned length = mac.size();
    if (HMAC(EVP_sha1(), raw(secret.data()), static_cast<int>(secret.size()), counter.data(), counter.size(),
             mac.data(), &length) == nullptr)
        throw_bug("HMAC-SHA-1 was refused");
    const std::size_t from = mac.back() & 15U;
    const std::uint32_t number = (static_cast<std::uint32_t>(mac[from] & 127U) << 24U) |
                                 (static_cast<std::uint32_t>(mac[from + 1]) << 16U) |
                                 (static_cast<std::uint32_t>(mac[from + 2]) << 8U) | mac[from + 3];
    std::string text(digits, '0');
    auto rest = number;
    for (auto at = text.rbegin(); at != text.rend(); ++at, rest /= 10)
        *at = static_cast<char>('0' + rest % 10);
    return text;
}

std::optional<std::uint64_t> step_of_code(BytesView secret, std::string_view code, Instant now)
{
    const auto middle = code_step(now);
    std::optional<std::uint64_t> right;
    for (const auto step : {middle == 0 ? 0 : middle - 1, middle, middle + 1})
        if (equal_in_constant_time(bytes_of(timed_code(secret, step)), bytes_of(code))) right = step;
    return right;
}

}  // namespace safelead::crypto
