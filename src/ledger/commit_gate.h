#pragma once

#include "base/later.h"
#include "ledger/receipt.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace safelead::ledger {

/// Opens when one submission is on disk, or never will be.
class CommitGate final : public Gate {
public:
    void when_open(std::function<void()> tell) override;
    void wait() override;

    void open(SubmitResult result);
    void open_failed(std::string why);

    /// Once open.
    /// @throws Unavailable when the submission could not be kept.
    [[nodiscard]] SubmitResult result() const;

private:
    void open_now(std::unique_lock<std::mutex> lock);

    mutable std::mutex mutex_;
    std::condition_variable opened_;
    bool is_open_ = false;
    std::optional<SubmitResult> result_;
    std::string why_not_;
    std::vector<std::function<void()>> waiting_;
};

}  // namespace safelead::ledger
