#include "ledger/wire.h"

#include "base/bug.h"

namespace safelead::ledger {

WireWriter& WireWriter::id(std::string_view text)
{
    if (text.size() > 0xFF) throw_bug("an id is too long to be written");
    return u8(static_cast<std::uint8_t>(text.size())).bytes(bytes_of(text));
}

WireWriter& WireWriter::text(std::string_view text)
{
    if (text.size() > 0xFFFF) throw_bug("a text is too long to be written");
    return u16(static_cast<std::uint16_t>(text.size())).bytes(bytes_of(text));
}

WireWriter& WireWriter::bytes(BytesView bytes)
{
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    return *this;
}

WireWriter& WireWriter::big_endian(std::uint64_t number, unsigned count)
{
    for (unsigned shift = count * 8; shift > 0; shift -= 8)
        bytes_.push_back(static_cast<std::byte>((number >> (shift - 8)) & 0xFFU));
    return *this;
}

std::optional<std::uint64_t> WireReader::number(unsigned count)
{
    const auto found = bytes(count);
    if (!found) return std::nullopt;
    std::uint64_t number = 0;
    for (const std::byte byte : *found) number = number << 8U | std::to_integer<std::uint64_t>(byte);
    return number;
}

std::optional<std::string_view> WireReader::id()
{
    const auto size = number(1);
    if (!size) return std::nullopt;
    const auto found = bytes(*size);
    if (!found) return std::nullopt;
    return text_of(*found);
}

std::optional<BytesView> WireReader::bytes(std::size_t count)
{
    if (is_stopped_ || left_.size() < count) return stop();
    const auto found = left_.first(count);
    left_ = left_.subspan(count);
    return found;
}

}  // namespace safelead::ledger
