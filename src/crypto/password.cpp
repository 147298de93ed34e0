#include "crypto/password.h"

#include "base/unavailable.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace safelead::crypto {
namespace {

using HashText = std::array<char, crypto_pwhash_STRBYTES>;

// The library reads up to a zero byte.
HashText with_zeros(std::string_view hash)
{
    HashText text{};
    std::copy_n(hash.begin(), std::min(hash.size(), text.size() - 1), text.begin());
    return text;
}

}  // namespace

std::string hash_password(std::string_view password, const PasswordCost& cost)
{
    HashText text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.operations,
                              cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw Unavailable{"There is not enough memory to check a password just now; try again in a minute."};
    return text.data();
}

PasswordCheck check_password(std::string_view hash, std::string_view password)
{
    if (hash.size() >= HashText{}.size()) return PasswordCheck::wrong;
    const auto text = with_zeros(hash);
    return crypto_pwhash_str_verify(text.data(), password.data(), password.size()) == 0
               ? PasswordCheck::right
               : PasswordCheck::wrong;
}

bool needs_new_hash(std::string_view hash, const PasswordCost& cost)
{
    if (hash.size() >= HashText{}.size()) return true;
    return crypto_pwhash_str_needs_rehash(with_zeros(hash).data(), cost.operations, cost.memory_bytes) != 0;
}

}  // namespace safelead::crypto
