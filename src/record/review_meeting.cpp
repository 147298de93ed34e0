#include "record/review_meeting.h"

#include <algorithm>

namespace safelead::record {

std::optional<Instant> review_due(const Case& of)
{
    for (const Task& task : of.tasks) {
        if (task.set.step == review_step) return task.set.due;
    }
    return std::nullopt;
}

std::vector<std::string_view> facts_for_review(std::string_view thing)
{
    if (thing == "immediate_risk") return {"immediate_danger", "immediate_harm"};
    if (thing == "refer") return {"adult_involved", "coercion", "blackmail", "grooming", "capacity_concern"};
    if (thing == "viewing_needed") return {"staff_exposure"};
    if (thing == "shared_widely") return {"spread_band", "shared_publicly_online"};
    if (thing == "facts_of_child") return {"known_vulnerability", "has_social_worker", "prior_incident"};
    if (thing == "contact_parents") return {"parents_informing_risk"};
    return {};
}

}  // namespace safelead::record
