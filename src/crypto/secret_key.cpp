#include "crypto/secret_key.h"

#include "base/bug.h"

#include <sodium.h>

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace safelead::crypto {
namespace {

// A page of its own for each key would cost a program with thousands of keys thousands of memory maps, of
// which the system allows some 65,000. So keys share slabs, each locked and guarded as a whole.
class Slabs {
public:
    std::byte* take()
    {
        const std::lock_guard lock{mutex_};
        if (free_.empty()) add_slab();
        std::byte* slot = free_.back();
        free_.pop_back();
        return slot;
    }

    void give_back(std::byte* slot)
    {
        sodium_memzero(slot, SecretKey::size);
        const std::lock_guard lock{mutex_};
        free_.push_back(slot);
    }

private:
    static constexpr std::size_t keys_in_slab = 512;

    void add_slab()
    {
        // A key may be the first thing a program asks libsodium for.
        if (sodium_init() < 0) throw_bug("libsodium did not start");
        auto* slab = static_cast<std::byte*>(sodium_malloc(keys_in_slab * SecretKey::size));
        if (slab == nullptr) throw std::bad_alloc{};
        free_.reserve(free_.size() + keys_in_slab);
        for (std::size_t slot = keys_in_slab; slot-- > 0;) free_.push_back(slab + slot * SecretKey::size);
    }

    std::mutex mutex_;
    std::vector<std::byte*> free_;
};

// Never destroyed: keys held by other globals may be given back later than any order of ours.
Slabs& slabs()
{
    static auto& only = *new Slabs;
    return only;
}

}  // namespace

SecretKey::SecretKey() : bytes_{slabs().take()} {}

SecretKey::SecretKey(SecretKey&& other) noexcept : bytes_{std::exchange(other.bytes_, nullptr)} {}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept
{
    std::swap(bytes_, other.bytes_);
    return *this;
}

SecretKey::~SecretKey()
{
    if (bytes_ != nullptr) slabs().give_back(bytes_);
}

SecretKey SecretKey::random()
{
    SecretKey key;
    randombytes_buf(key.bytes_, size);
    return key;
}

SecretKey SecretKey::taken_from(std::span<std::byte, size> bytes)
{
    SecretKey key;
    std::copy(bytes.begin(), bytes.end(), key.bytes_);
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

SecretKey SecretKey::copy() const
{
    SecretKey other;
    const auto from = bytes();
    std::copy(from.begin(), from.end(), other.bytes_);
    return other;
}

std::span<const std::byte, SecretKey::size> SecretKey::bytes() const
{
    if (bytes_ == nullptr) throw_bug("a key was used after it was moved away");
    return std::span<const std::byte, size>{bytes_, size};
}

}  // namespace safelead::crypto
