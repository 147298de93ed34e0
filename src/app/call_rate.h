#pragma once

#include "base/time.h"
#include "directory/api_token.h"

#include <map>
#include <mutex>

namespace safelead::app {

/// How often each token is used, by the minute: a system that has gone wrong must not keep people waiting.
/// In memory, of this server alone.
class CallRate {
public:
    explicit CallRate(unsigned most_in_a_minute) : most_{most_in_a_minute} {}

    /// Counts one more; false once there were too many in this minute.
    [[nodiscard]] bool count(const directory::TokenId& token, Instant now);

private:
    const unsigned most_;
    std::mutex mutex_;
    std::chrono::sys_time<std::chrono::minutes> minute_{};
    std::map<directory::TokenId, unsigned> calls_;
};

}  // namespace safelead::app
