#include "web/http/census.h"

#include "base/bytes.h"

#include <arpa/inet.h>

#include <array>
#include <utility>

namespace safelead::web {

Census::Place::Place(Place&& other) noexcept
    : census_{std::exchange(other.census_, nullptr)}, address_{std::move(other.address_)}
{
}

Census::Place::~Place()
{
    if (census_ != nullptr) census_->leave(address_);
}

std::optional<Census::Place> Census::admit(const std::string& address)
{
    const std::lock_guard lock{mutex_};
    if (count_ >= most_) return std::nullopt;
    if (!address.empty()) {
        const auto known = by_address_.find(address);
        if (known != by_address_.end() && known->second >= most_per_address_) return std::nullopt;
        ++by_address_[address];
    }
    ++count_;
    return Place{*this, address};
}

void Census::leave(const std::string& address)
{
    const std::lock_guard lock{mutex_};
    --count_;
    const auto known = by_address_.find(address);
    if (known != by_address_.end() && --known->second == 0) by_address_.erase(known);
}

std::size_t Census::count() const
{
    const std::lock_guard lock{mutex_};
    return count_;
}

std::string counted_address(const std::string& address)
{
    std::array<std::byte, 16> bytes{};
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
    return to_hex(BytesView{bytes}.first(8));
}

}  // namespace safelead::web
