#include "app/recent_views.h"

namespace safelead::app {
namespace {

using namespace std::chrono_literals;

constexpr auto same_reading = 5min;
constexpr std::size_t most_kept = 10'000;

}  // namespace

bool RecentViews::is_recent(const PersonId& person, std::string_view what, Instant now) const
{
    const std::lock_guard lock{mutex_};
    const auto found = last_.find({person, std::string{what}});
    return found != last_.end() && now >= found->second && now - found->second < same_reading;
}

void RecentViews::keep(const PersonId& person, std::string_view what, Instant at)
{
    const std::lock_guard lock{mutex_};
    if (last_.size() >= most_kept)
        std::erase_if(last_, [&](const auto& one) { return at - one.second >= same_reading; });
    if (last_.size() >= most_kept) last_.clear();  // At worst a reading is written twice.
    last_.insert_or_assign({person, std::string{what}}, at);
}

}  // namespace safelead::app
