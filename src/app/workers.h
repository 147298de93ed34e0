#pragma once

// Threads for what takes long and must not hold up a connection: passwords. As many as were asked for, and no
// more work waiting than was allowed, so that a flood of sign-ins can't take the machine's memory.

#include "app/signal.h"

#include <deque>
#include <exception>
#include <optional>
#include <thread>
#include <type_traits>

namespace safelead::app {

/// What becomes of work where too much is waiting. What goes on with something that was let in is never
/// turned away: there is no more of it than was let in, and part of it may be done.
enum class IfFull { turn_away, let_in };

class Workers {
public:
    Workers(unsigned threads, std::size_t longest_queue);

    /// Carries out what is waiting, then stops.
    ~Workers();

    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// What `work` gives, later; or nothing if too much is waiting. What it throws, the Later throws.
    template <class Work>
    [[nodiscard]] std::optional<Later<std::invoke_result_t<Work>>> run(Work work,
                                                                       IfFull if_full = IfFull::turn_away)
    {
        using Value = std::invoke_result_t<Work>;
        struct Outcome {
            std::optional<Value> value;
            std::exception_ptr thrown;
        };
        auto outcome = std::make_shared<Outcome>();
        auto signal = std::make_shared<Signal>();
        auto all = [outcome, signal, work = std::move(work)] {
            try {
                outcome->value = work();
            } catch (...) {
                outcome->thrown = std::current_exception();
            }
            signal->open();
        };
        const bool taken = submit(std::move(all), if_full);
        if (!taken) return std::nullopt;
        return Later<Value>::after(signal, [outcome]() -> Later<Value> {
            if (outcome->thrown) std::rethrow_exception(outcome->thrown);
            return std::move(*outcome->value);
        });
    }

    /// Whether it waits for what is under way to end: what takes long and can be left looks now and then.
    [[nodiscard]] bool is_stopping() const;

private:
    [[nodiscard]] bool submit(std::function<void()> work, IfFull if_full);
    void work_off();

    const std::size_t longest_queue_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> queue_;
    bool is_stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace safelead::app
