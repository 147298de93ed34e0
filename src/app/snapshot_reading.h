#pragma once

// Reads the fields of docs/formats/snapshot.md: for snapshot.cpp and snapshot_rows.cpp alone.

#include "base/bytes.h"
#include "base/ids.h"
#include "base/time.h"
#include "ledger/wire.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

template <class AnyEnum>
constexpr std::uint8_t code(AnyEnum value)
{
    return static_cast<std::uint8_t>(value);
}

enum class Yes : std::uint8_t { no, yes };

/// Reads on until something is not as it should be.
class SnapshotReading {
public:
    explicit SnapshotReading(BytesView bytes) : in_{bytes} {}

    [[nodiscard]] bool is_good() const { return is_good_; }
    [[nodiscard]] bool is_at_end() const { return in_.left().empty(); }

    std::uint64_t number(unsigned bytes) { return good(in_.number(bytes)).value_or(0); }
    int small() { return static_cast<int>(static_cast<std::int32_t>(number(4))); }
    Instant instant() { return Instant{std::chrono::milliseconds{static_cast<std::int64_t>(number(8))}}; }
    bool yes() { return one_of(Yes::yes) == Yes::yes; }

    template <class AnyId>
    AnyId id()
    {
        return AnyId{std::string{good(in_.id()).value_or("")}};
    }

    template <class AnyId>
    std::vector<AnyId> list()
    {
        std::vector<AnyId> ids;
        for (auto left = number(2); left > 0 && is_good_; --left) ids.push_back(id<AnyId>());
        return ids;
    }

    std::optional<Instant> maybe_instant()
    {
        if (!yes()) return std::nullopt;
        return instant();
    }

    template <class AnyEnum>
    AnyEnum one_of(AnyEnum last)
    {
        const auto value = number(1);
        if (value > code(last)) is_good_ = false;
        return static_cast<AnyEnum>(value);
    }

    template <std::size_t size>
    std::array<std::byte, size> array()
    {
        return good(in_.array<size>()).value_or(std::array<std::byte, size>{});
    }

private:
    template <class Value>
    std::optional<Value> good(std::optional<Value> value)
    {
        if (!value) is_good_ = false;
        return value;
    }

    ledger::WireReader in_;
    bool is_good_ = true;
};

}  // namespace safelead::app
