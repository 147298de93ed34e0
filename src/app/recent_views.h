#pragma once

#include "base/ids.h"
#include "base/time.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace safelead::app {

/// Which readings of cases and children are in the record already and still count as the same reading.
class RecentViews {
public:
    [[nodiscard]] bool is_recent(const PersonId& person, std::string_view what, Instant now) const;

    /// That a reading is durable.
    void keep(const PersonId& person, std::string_view what, Instant at);

private:
    mutable std::mutex mutex_;
    std::map<std::pair<PersonId, std::string>, Instant> last_;
};

}  // namespace safelead::app
