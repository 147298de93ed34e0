#pragma once

// An answer that has to wait for the disk.
//
// Requests run on the io threads and never block them. Work that must wait (for the commit that makes it
// durable, for a password to be checked) gives back a Later: a gate that somebody else opens, and the step to
// take then. Whoever asked decides where that step runs: the web server takes it on the connection's own
// thread, a command simply waits. No step runs on the thread that opens the gate.

#include "base/bug.h"

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace safelead {

/// Opens once. What is given to `when_open` is called once, from any thread, at once if the gate is open
/// already; it must only pass the news on.
class Gate {
public:
    Gate() = default;
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;
    virtual ~Gate() = default;

    virtual void when_open(std::function<void()> tell) = 0;

    /// Blocks until open. Never called on an io thread.
    virtual void wait() = 0;
};

template <class Value>
class [[nodiscard]] Later {
public:
    using value_type = Value;

    Later(Value value) : value_{std::move(value)} {}

    /// When `gate` is open, `next` gives the value, or something more to wait for. It may throw Unavailable.
    static Later after(std::shared_ptr<Gate> gate, std::function<Later()> next)
    {
        Later later;
        later.gate_ = std::move(gate);
        later.next_ = std::move(next);
        return later;
    }

    [[nodiscard]] bool is_ready() const { return value_.has_value(); }

    /// The value; only once ready.
    [[nodiscard]] Value take() &&
    {
        if (!value_) throw_bug("a Later was taken before it was ready");
        return std::move(*value_);
    }

    /// What to wait for; only when not ready.
    [[nodiscard]] const std::shared_ptr<Gate>& gate() const { return gate_; }

    /// The next step; only when not ready, and once the gate is open.
    Later resume() && { return next_(); }

    /// Goes on with the value once it is there. `step` returns a value, or a Later of one.
    template <class Step>
    [[nodiscard]] auto then(Step step) &&
    {
        using Returned = std::invoke_result_t<Step, Value&&>;
        using Next = typename as_later<Returned>::type;
        if (is_ready()) return Next{step(std::move(*value_))};
        return Next::after(gate_, [next = std::move(next_), step = std::move(step)]() mutable -> Next {
            return next().then(std::move(step));
        });
    }

private:
    Later() = default;

    template <class T>
    struct as_later {
        using type = Later<T>;
    };
    template <class T>
    struct as_later<Later<T>> {
        using type = Later<T>;
    };

    std::optional<Value> value_;
    std::shared_ptr<Gate> gate_;
    std::function<Later()> next_;
};

/// Waits, on this thread, for as long as it takes. For commands and tests; never on an io thread.
template <class Value>
[[nodiscard]] Value wait_for(Later<Value> later)
{
    while (!later.is_ready()) {
        later.gate()->wait();
        later = std::move(later).resume();
    }
    return std::move(later).take();
}

}  // namespace safelead
