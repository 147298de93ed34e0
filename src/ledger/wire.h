#pragma once

#include "base/bytes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace safelead::ledger {

/// Writes the numbers and texts of docs/formats: big-endian, counted.
class WireWriter {
public:
    WireWriter& u8(std::uint8_t number) { return big_endian(number, 1); }
    WireWriter& u16(std::uint16_t number) { return big_endian(number, 2); }
    WireWriter& u32(std::uint32_t number) { return big_endian(number, 4); }
    WireWriter& u64(std::uint64_t number) { return big_endian(number, 8); }

    /// One byte that counts, then the text.
    WireWriter& id(std::string_view text);

    /// Two bytes that count, then the text.
    WireWriter& text(std::string_view text);

    WireWriter& bytes(BytesView bytes);

    /// Makes room for so many bytes, for whoever knows how many there will be.
    WireWriter& room_for(std::size_t count)
    {
        bytes_.reserve(count);
        return *this;
    }

    [[nodiscard]] const Bytes& written() const& { return bytes_; }
    [[nodiscard]] Bytes written() && { return std::move(bytes_); }

private:
    WireWriter& big_endian(std::uint64_t number, unsigned count);

    Bytes bytes_;
};

/// Reads them again. Once something is missing, everything after is nothing too.
class WireReader {
public:
    explicit WireReader(BytesView bytes) : all_{bytes}, left_{bytes} {}

    [[nodiscard]] std::optional<std::uint64_t> number(unsigned count);
    [[nodiscard]] std::optional<std::string_view> id();
    [[nodiscard]] std::optional<BytesView> bytes(std::size_t count);

    template <std::size_t count>
    [[nodiscard]] std::optional<std::array<std::byte, count>> array()
    {
        const auto found = bytes(count);
        if (!found) return std::nullopt;
        std::array<std::byte, count> copy;
        std::copy(found->begin(), found->end(), copy.begin());
        return copy;
    }

    /// What has not been read.
    [[nodiscard]] BytesView left() const { return left_; }

    /// What has been read.
    [[nodiscard]] BytesView consumed() const { return all_.first(all_.size() - left_.size()); }

private:
    std::nullopt_t stop()
    {
        is_stopped_ = true;
        return std::nullopt;
    }

    BytesView all_;
    BytesView left_;
    bool is_stopped_ = false;
};

}  // namespace safelead::ledger
