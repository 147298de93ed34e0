#pragma once

#include "base/later.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace safelead::app {

/// A gate that somebody here opens.
class Signal final : public Gate {
public:
    void when_open(std::function<void()> tell) override;
    void wait() override;

    /// Opening it again changes nothing.
    void open();

private:
    std::mutex mutex_;
    std::condition_variable opened_;
    bool is_open_ = false;
    std::vector<std::function<void()>> waiting_;
};

}  // namespace safelead::app
