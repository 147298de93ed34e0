#include "app/one_look.h"

#include <atomic>

namespace safelead::app {
namespace {

std::atomic<std::uint64_t> looks = 0;
thread_local std::uint64_t will_do = 0;  // 0: there is no OneLook

}  // namespace

OneLook::OneLook() : before_{will_do}
{
    will_do = begin_look();
}

OneLook::~OneLook()
{
    will_do = before_;
}

std::uint64_t begin_look()
{
    return ++looks;
}

std::uint64_t oldest_look_that_will_do()
{
    return will_do == 0 ? begin_look() : will_do;
}

void look_again()
{
    if (will_do != 0) will_do = begin_look();
}

}  // namespace safelead::app
