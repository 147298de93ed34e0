#include "record/assessments.h"

#include "record/case_applying.h"

namespace safelead::record {

std::vector<Assessment> assessments_of(const Case& of)
{
    std::vector<Assessment> found;
    Case then;
    for (const auto& happened : of.history) {
        const CaseEvent& event = *happened.event;
        if (const auto* given = std::get_if<AdviceGiven>(&event)) {
            if (given->under == AdviceUnder::in_force)
                found.push_back({happened.at, facts_of(then), given, {}});
        } else if (const auto* made = std::get_if<DecisionMade>(&event)) {
            if (!found.empty()) found.back().decisions.push_back(made->number);
        }
        apply(then, event, happened.at);
    }
    return found;
}

}  // namespace safelead::record
