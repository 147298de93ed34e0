#pragma once

#include "base/ids.h"
#include "base/time.h"
#include "ledger/entry.h"

#include <map>
#include <mutex>
#include <optional>

namespace safelead::app {

/// When an unread report could next go up in each organisation, so that those where nothing can happen need
/// not be read into memory to find that out.
class WhenToPassOn {
public:
    /// Whether something may be due: nobody has looked yet, the log has gone on since, or it is time.
    [[nodiscard]] bool may_be_due(const OrganisationId& organisation, ledger::LogPosition head,
                                  Instant now) const
    {
        const std::lock_guard lock{mutex_};
        const auto found = looked_.find(organisation);
        if (found == looked_.end() || found->second.head != head) return true;
        return found->second.next && *found->second.next <= now;
    }

    /// Somebody looked when the log ended at `head`: nothing is due before `next`.
    void looked(const OrganisationId& organisation, ledger::LogPosition head, std::optional<Instant> next)
    {
        const std::lock_guard lock{mutex_};
        looked_.insert_or_assign(organisation, Looked{head, next});
    }

    /// What was found is to be kept first, and nobody knows yet whether it will be.
    void look_again(const OrganisationId& organisation)
    {
        const std::lock_guard lock{mutex_};
        looked_.erase(organisation);
    }

private:
    struct Looked {
        ledger::LogPosition head;
        std::optional<Instant> next;
    };

    mutable std::mutex mutex_;
    std::map<OrganisationId, Looked> looked_;
};

}  // namespace safelead::app
