#include "exchange/cbor.h"

#include <limits>

namespace safelead::exchange {
namespace {

constexpr std::size_t most_bytes = 8192;
constexpr std::size_t most_items = 64;
constexpr unsigned deepest = 4;

class CborReader {
public:
    explicit CborReader(BytesView bytes) : bytes_{bytes} {}

    std::optional<CborItem> item(unsigned depth)
    {
        if (depth > deepest || ++items_ > most_items) return std::nullopt;
        const auto head = byte();
        if (!head) return std::nullopt;
        const auto argument = argument_of(*head & 31U);
        if (!argument) return std::nullopt;
        switch (*head >> 5U) {
            case 0:
                return number(*argument, false);
            case 1:
                return number(*argument, true);
            case 2:
                return bytes(*argument);
            case 3:
                return text(*argument);
            case 4:
                return array(*argument, depth);
            case 5:
                return map(*argument, depth);
            default:
                return std::nullopt;
        }
    }

    [[nodiscard]] std::size_t position() const { return at_; }

private:
    std::optional<unsigned> byte()
    {
        if (at_ >= bytes_.size()) return std::nullopt;
        return std::to_integer<unsigned>(bytes_[at_++]);
    }

    std::optional<std::uint64_t> argument_of(unsigned low)
    {
        if (low < 24) return low;
        if (low > 27) return std::nullopt;
        std::uint64_t value = 0;
        for (unsigned left = 1U << (low - 24U); left > 0; --left) {
            const auto next = byte();
            if (!next) return std::nullopt;
            value = (value << 8U) | *next;
        }
        return value;
    }

    static std::optional<CborItem> number(std::uint64_t argument, bool is_negative)
    {
        if (argument > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return std::nullopt;
        const auto value = static_cast<std::int64_t>(argument);
        return CborItem{is_negative ? -1 - value : value};
    }

    std::optional<BytesView> take(std::uint64_t length)
    {
        if (length > bytes_.size() - at_) return std::nullopt;
        const auto taken = bytes_.subspan(at_, static_cast<std::size_t>(length));
        at_ += taken.size();
        return taken;
    }

    std::optional<CborItem> bytes(std::uint64_t length)
    {
        const auto taken = take(length);
        if (!taken) return std::nullopt;
        return CborItem{Bytes{taken->begin(), taken->end()}};
    }

    std::optional<CborItem> text(std::uint64_t length)
    {
        const auto taken = take(length);
        if (!taken) return std::nullopt;
        return CborItem{std::string{text_of(*taken)}};
    }

    std::optional<CborItem> array(std::uint64_t length, unsigned depth)
    {
        CborItem::Array items;
        for (; length > 0; --length) {
            auto next = item(depth + 1);
            if (!next) return std::nullopt;
            items.push_back(*std::move(next));
        }
        return CborItem{std::move(items)};
    }

    std::optional<CborItem> map(std::uint64_t length, unsigned depth)
    {
        CborItem whole{CborItem::Map{}};
        for (; length > 0; --length) {
            auto key = item(depth + 1);
            if (!key || !is_new_key(whole, *key)) return std::nullopt;
            auto value = item(depth + 1);
            if (!value) return std::nullopt;
            std::get<CborItem::Map>(whole.value).push_back({*std::move(key), *std::move(value)});
        }
        return whole;
    }

    /// A number or a text that the map does not have yet.
    static bool is_new_key(const CborItem& map, const CborItem& key)
    {
        if (const auto number = key.integer()) return map.find(*number) == nullptr;
        return key.text() != nullptr && map.find(std::string_view{*key.text()}) == nullptr;
    }

    BytesView bytes_;
    std::size_t at_ = 0;
    std::size_t items_ = 0;
};

}  // namespace

std::optional<std::int64_t> CborItem::integer() const
{
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) return std::nullopt;
    return *number;
}

const CborItem* CborItem::find(std::int64_t key) const
{
    if (const auto* map = std::get_if<Map>(&value))
        for (const auto& [name, item] : *map)
            if (name.integer() == key) return &item;
    return nullptr;
}

const CborItem* CborItem::find(std::string_view key) const
{
    if (const auto* map = std::get_if<Map>(&value))
        for (const auto& [name, item] : *map)
            if (name.text() != nullptr && *name.text() == key) return &item;
    return nullptr;
}

std::optional<CborRead> read_cbor(BytesView bytes)
{
    if (bytes.size() > most_bytes) return std::nullopt;
    CborReader reader{bytes};
    auto item = reader.item(0);
    if (!item) return std::nullopt;
    return CborRead{*std::move(item), reader.position()};
}

}  // namespace safelead::exchange
