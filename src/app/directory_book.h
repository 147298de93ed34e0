#pragma once

#include "app/follower.h"

#include <memory>

namespace safelead::app {

/// The partnership's directory: the fold of its log.
class DirectoryBook final : public Follower {
public:
    using Follower::Follower;

    struct Reading {
        std::shared_ptr<const directory::Partnership> partnership;
        ledger::StreamPosition position;
    };

    [[nodiscard]] Reading read() const
    {
        const std::shared_lock lock{mutex_};
        return {partnership_, position_};
    }

private:
    void take(const Entered& entered, Shown shown) override;

    std::shared_ptr<directory::Partnership> partnership_ = std::make_shared<directory::Partnership>();
    ledger::StreamPosition position_ = ledger::StreamPosition::start;
};

}  // namespace safelead::app
