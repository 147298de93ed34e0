#include "app/check_arrangements.h"

#include "app/who_to_ring.h"
#include "directory/referral_clock.h"
#include "exchange/deadline.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

std::string why_idle(const Packs& packs, const directory::Timescale& time)
{
    bool is_known = false;
    for (const auto& pack : packs.editions()) {
        const auto step = std::ranges::find(pack.steps(), time.step,
                                            [](const guidance::Step& one) { return one.id.text(); });
        if (step == pack.steps().end()) continue;
        is_known = true;
        const auto by_guidance = exchange::for_calendar(step->deadline);
        if (by_guidance.kind == time.deadline.kind && by_guidance.amount < time.deadline.amount)
            return fmt::format(
                "gives the step {} more time than {} does, which has no effect: a case takes "
                "the sooner.",
                time.step, pack.edition().text());
    }
    return is_known ? "" : fmt::format("is the time for a step {}, which no edition has.", time.step);
}

/// More working days for a referral than it has anyway.
bool is_idle_clock(const directory::Timescale& time)
{
    const int most = time.clock == "managers-told" ? directory::days_to_managers : directory::days_to_answer;
    return !time.clock.empty() && time.deadline.kind == directory::Deadline::Kind::working_days &&
           time.deadline.amount > most;
}

std::vector<Shortcoming> idle_times(const Packs& packs, const LocalGuidance& local)
{
    std::vector<Shortcoming> found;
    for (const auto& area : local.arrangements) {
        const auto add = [&](const directory::Timescale& time, std::string_view why) {
            found.push_back({fmt::format("local/{}/timescales.json", area.area),
                             fmt::format("The timescale {} {}", time.id, why),
                             {}});
        };
        for (const auto& time : area.timescales) {
            if (is_idle_clock(time))
                add(time, "gives a referral more time than it has anyway, which has no effect.");
            if (time.step.empty()) continue;
            if (auto why = why_idle(packs, time); !why.empty()) add(time, why);
        }
    }
    return found;
}

}  // namespace

std::vector<Shortcoming> wrong_locally(const Packs& packs, const std::filesystem::path& guidance)
{
    if (!std::filesystem::exists(guidance / "local")) return {};
    const auto local = read_local_guidance(guidance);
    if (!local) {
        const auto& fault = local.error();
        return {{fmt::format("{}:{}", fault.file, fault.line),
                 fmt::format("{}: {}.", fault.field, fault.what),
                 {}}};
    }
    return idle_times(packs, *local);
}

}  // namespace safelead::app
