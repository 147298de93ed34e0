#pragma once

// What may be under way only once in an organisation. In this program: another on the same store knows
// nothing of it.

#include "base/ids.h"

#include <memory>
#include <mutex>
#include <set>

namespace safelead::app {

/// Any thread may begin or end one.
class OneAtATime {
public:
    /// Under way for as long as it is held, which may be longer than this lasts.
    class UnderWay;

    /// Null while another is under way there.
    [[nodiscard]] std::shared_ptr<const UnderWay> begin(const OrganisationId& where);

private:
    struct Places {
        std::mutex mutex;
        std::set<OrganisationId> taken;
    };
    std::shared_ptr<Places> places_ = std::make_shared<Places>();
};

class OneAtATime::UnderWay {
public:
    UnderWay(std::shared_ptr<Places> places, OrganisationId where)
        : places_{std::move(places)}, where_{std::move(where)}
    {
    }
    UnderWay(const UnderWay&) = delete;
    UnderWay& operator=(const UnderWay&) = delete;
    ~UnderWay()
    {
        const std::lock_guard lock{places_->mutex};
        places_->taken.erase(where_);
    }

private:
    std::shared_ptr<Places> places_;
    OrganisationId where_;
};

inline std::shared_ptr<const OneAtATime::UnderWay> OneAtATime::begin(const OrganisationId& where)
{
    const std::lock_guard lock{places_->mutex};
    if (!places_->taken.insert(where).second) return nullptr;
    return std::make_shared<const UnderWay>(places_, where);
}

}  // namespace safelead::app
