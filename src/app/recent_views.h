#pragma once

#include "base/ids.h"
#include "base/time.h"
#include "record/words.h"

#include <map>
#include <mutex>
#include <utility>

namespace safelead::app {

/// Which readings of cases are in the record already and still count as the same reading.
class RecentViews {
public:
    [[nodiscard]] bool is_recent(const PersonId& person, const record::CaseId& of, Instant now) const;

    /// That a reading is durable.
    void keep(const PersonId& person, const record::CaseId& of, Instant at);

private:
    mutable std::mutex mutex_;
    std::map<std::pair<PersonId, record::CaseId>, Instant> last_;
};

}  // namespace safelead::app
