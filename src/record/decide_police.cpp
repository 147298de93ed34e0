// What the police did with what they were told.

#include "base/bug.h"
#include "record/decide_kept.h"
#include "record/police_recorded.h"

#include <algorithm>

namespace safelead::record {

namespace {

/// How a child is recorded and what they were told is said of that child, and of nobody else.
Result<Done, CaseRefusal> check_says_whose(const PoliceSaid& said)
{
    if (said.about) return Done{};
    const bool is_of_a_child = said.recorded_as != RecordedAs::not_said || !is_blank(said.told_child) ||
                               !is_blank(said.told_parents);
    if (is_of_a_child) return refuse(CaseRefused::no_reason, {"about"});
    return Done{};
}

Result<Done, CaseRefusal> check_outcome(const PoliceSaid& said)
{
    switch (fault_of_outcome(said.crime_recorded, said.outcome, said.outcome_on)) {
        case OutcomeFault::of_no_crime:
            return refuse(CaseRefused::two_things_said, {"outcome"});
        case OutcomeFault::not_said:
            return refuse(CaseRefused::no_reason, {"outcome"});
        case OutcomeFault::none:
            return Done{};
    }
    throw_bug("an outcome has a fault without words");
}

/// Whether a crime was recorded is all that whoever told them was to find out.
void add_settled(std::vector<CaseEvent>& events, const Case& state, const PersonId& by)
{
    for (auto& settled :
         settle_step(state, step_of_police_told, by, "What the police recorded is on record."))
        events.push_back(std::move(settled));
}

}  // namespace

CaseDecided kept(const Case& state, PoliceSaid said, const Circumstances&)
{
    SL_TRY(check_said({{"officer", said.officer}}, {{"when", said.when.words},
                                                    {"why_not", said.why_not},
                                                    {"reference", said.reference},
                                                    {"outcome", said.outcome},
                                                    {"told_child", said.told_child},
                                                    {"told_parents", said.told_parents},
                                                    {"said", said.said}}));
    SL_TRY(check_says_whose(said));
    if (said.crime_recorded == Answer::no) {
        // Telling them means that they must: that they did not is worth a reason, theirs.
        SL_TRY(check_said({{"why_not", said.why_not}}));
    }
    SL_TRY(check_outcome(said));
    std::vector<CaseEvent> events{said};
    if (said.crime_recorded != Answer::unknown) add_settled(events, state, said.by);
    return events;
}

// What was whole in the referral is whole here (decide_referral.cpp); it is settled once, however many
// children.
CaseDecided decided(const Case& state, const KeepPoliceRecorded& keep, const Circumstances&)
{
    std::vector<CaseEvent> events;
    for (const auto& said : keep.said) {
        SL_TRY(check_about(state, said.about));
        events.emplace_back(said);
    }
    const auto is_known = [](const PoliceSaid& said) { return said.crime_recorded != Answer::unknown; };
    if (std::ranges::any_of(keep.said, is_known)) add_settled(events, state, keep.by);
    return events;
}

}  // namespace safelead::record
