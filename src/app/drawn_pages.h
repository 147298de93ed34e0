#pragma once

// Open pages as bytes, drawn once and given to everybody until something that stands on them may have
// changed: the minute (who answers now), or the partnership (its area, and whether it is for practice).

#include "app/safelead.h"
#include "base/time.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace safelead::app {

/// What every open page stands on. Two that are equal draw the same bytes.
struct OpenBasis {
    std::chrono::sys_time<std::chrono::minutes> minute;
    std::shared_ptr<const void> partnership;  ///< As it was seen; held, so that no other takes its address.

    bool operator==(const OpenBasis&) const = default;
};

/// As it is now.
[[nodiscard]] OpenBasis open_basis(Safelead& safelead);

/// Any thread may ask. Only pages that depend on nothing else may be kept here: never on a query, a cookie or
/// who asks.
class DrawnPages {
public:
    using Bytes = std::shared_ptr<const std::string>;

    /// The page `name`, drawn by `draw` if it was not on this basis. Two threads may both draw it.
    [[nodiscard]] Bytes page(const OpenBasis& basis, std::string_view name,
                             const std::function<std::string()>& draw);

private:
    [[nodiscard]] Bytes kept(const OpenBasis& basis, std::string_view name);

    static constexpr std::size_t most = 200;

    std::mutex mutex_;
    OpenBasis basis_{};
    std::map<std::string, Bytes, std::less<>> pages_;
};

}  // namespace safelead::app
