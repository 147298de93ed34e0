#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace safelead::web {

/// How many there are at once, in all and from each address, on every thread of one server: visitors who are
/// connected, or large bodies that are being read.
class Census {
public:
    Census(std::size_t most, std::size_t most_per_address) : most_{most}, most_per_address_{most_per_address}
    {
    }
    Census(const Census&) = delete;
    Census& operator=(const Census&) = delete;

    /// Somebody's place; given up when it goes. It must not outlive the census.
    class Place {
    public:
        Place(Place&& other) noexcept;
        Place& operator=(Place&&) = delete;
        ~Place();

    private:
        friend class Census;
        Place(Census& census, std::string address) : census_{&census}, address_{std::move(address)} {}
        Census* census_;
        std::string address_;
    };

    /// A place, unless there are too many. An empty address is not counted by itself.
    [[nodiscard]] std::optional<Place> admit(const std::string& address);

    [[nodiscard]] std::size_t count() const;

private:
    void leave(const std::string& address);

    std::size_t most_;
    std::size_t most_per_address_;
    mutable std::mutex mutex_;
    std::size_t count_ = 0;
    std::map<std::string, std::size_t> by_address_;
};

/// What counts as one address: an IPv4 address, or the /64 that a household or a school has of IPv6.
[[nodiscard]] std::string counted_address(const std::string& address);

}  // namespace safelead::web
