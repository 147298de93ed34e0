#include "base/later.h"

#include <gtest/gtest.h>

#include <vector>

namespace safelead {
namespace {

class OpenableGate final : public Gate {
public:
    void when_open(std::function<void()> tell) override
    {
        if (open_) return tell();
        waiting_.push_back(std::move(tell));
    }
    void wait() override { open(); }
    void open()
    {
        open_ = true;
        for (auto& tell : std::exchange(waiting_, {})) tell();
    }

private:
    bool open_ = false;
    std::vector<std::function<void()>> waiting_;
};

TEST(Later, GoesOnAtOnceWhenNothingHasToBeWaitedFor)
{
    EXPECT_EQ(wait_for(Later<int>{2}.then([](int n) { return n + 1; })), 3);
}

TEST(Later, TakesItsStepsInOrderOnceEachGateIsOpen)
{
    const auto gate = std::make_shared<OpenableGate>();
    int steps = 0;
    auto later = Later<int>::after(gate,
                                   [&] {
                                       ++steps;
                                       return Later<int>{20};
                                   })
                     .then([&](int n) {
                         ++steps;
                         return Later<int>::after(gate, [n] { return Later<int>{n + 1}; });
                     })
                     .then([](int n) { return std::to_string(n); });
    EXPECT_FALSE(later.is_ready());
    EXPECT_EQ(steps, 0);
    EXPECT_EQ(wait_for(std::move(later)), "21");
    EXPECT_EQ(steps, 2);
}

TEST(Later, StopsACallerWhoTakesTooSoon)
{
    auto later = Later<int>::after(std::make_shared<OpenableGate>(), [] { return Later<int>{1}; });
    EXPECT_THROW((void)std::move(later).take(), Bug);
}

}  // namespace
}  // namespace safelead
