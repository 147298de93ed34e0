#include "store/postgres/parameters.h"

namespace safelead::store::postgres {
namespace {

// Of pg_type: they never change.
constexpr std::uint32_t oid_bytea = 17;
constexpr std::uint32_t oid_bigint = 20;
constexpr std::uint32_t oid_text = 25;

void put(Bytes& to, std::uint64_t value, unsigned size)
{
    for (unsigned at = size; at-- > 0;) to.push_back(static_cast<std::byte>(value >> (8 * at)));
}

void put(Bytes& to, BytesView bytes)
{
    put(to, bytes.size(), 4);
    to.insert(to.end(), bytes.begin(), bytes.end());
}

/// One dimension, no nulls, counted from 1.
Bytes array_of(std::uint32_t oid, std::size_t count)
{
    Bytes array;
    put(array, 1, 4);
    put(array, 0, 4);
    put(array, oid, 4);
    put(array, count, 4);
    put(array, 1, 4);
    return array;
}

}  // namespace

Parameters& Parameters::number(std::int64_t value)
{
    Bytes bytes;
    put(bytes, static_cast<std::uint64_t>(value), 8);
    values_.push_back(std::move(bytes));
    return *this;
}

Parameters& Parameters::text(std::string_view value)
{
    return bytes(bytes_of(value));
}

Parameters& Parameters::bytes(BytesView value)
{
    values_.emplace_back(value.begin(), value.end());
    return *this;
}

Parameters& Parameters::numbers(std::span<const std::int64_t> values)
{
    auto array = array_of(oid_bigint, values.size());
    for (const auto value : values) {
        put(array, 8, 4);
        put(array, static_cast<std::uint64_t>(value), 8);
    }
    values_.push_back(std::move(array));
    return *this;
}

Parameters& Parameters::texts(std::span<const std::string_view> values)
{
    auto array = array_of(oid_text, values.size());
    for (const auto value : values) put(array, bytes_of(value));
    values_.push_back(std::move(array));
    return *this;
}

Parameters& Parameters::many_bytes(std::span<const BytesView> values)
{
    std::size_t size = 20;
    for (const auto value : values) size += value.size() + 4;
    auto array = array_of(oid_bytea, values.size());
    array.reserve(size);
    for (const auto value : values) put(array, value);
    values_.push_back(std::move(array));
    return *this;
}

}  // namespace safelead::store::postgres
