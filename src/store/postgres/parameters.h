#pragma once

#include "base/bytes.h"
#include "base/time.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace safelead::store::postgres {

/// What a statement is given, in PostgreSQL's binary form: $1, $2, … in the order they are added.
class Parameters {
public:
    Parameters& number(std::int64_t value);
    Parameters& number(std::uint64_t value) { return number(static_cast<std::int64_t>(value)); }
    Parameters& text(std::string_view value);
    Parameters& bytes(BytesView value);
    Parameters& time(Instant value) { return number(value.time_since_epoch().count()); }

    /// bigint[], text[], bytea[].
    Parameters& numbers(std::span<const std::int64_t> values);
    Parameters& texts(std::span<const std::string_view> values);
    Parameters& many_bytes(std::span<const BytesView> values);

    [[nodiscard]] const std::vector<Bytes>& values() const { return values_; }

private:
    std::vector<Bytes> values_;
};

}  // namespace safelead::store::postgres
