#include "app/call_rate.h"

namespace safelead::app {

bool CallRate::count(const directory::TokenId& token, Instant now)
{
    const auto minute = std::chrono::floor<std::chrono::minutes>(now);
    const std::lock_guard lock{mutex_};
    if (minute != minute_) {
        minute_ = minute;
        calls_.clear();
    }
    auto& calls = calls_[token];
    if (calls == most_) return false;
    ++calls;
    return true;
}

}  // namespace safelead::app
