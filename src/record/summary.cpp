#include "record/summary.h"

#include "record/what_is_open.h"

#include <algorithm>

namespace safelead::record {
namespace {

// Those who were taken out again stay findable under the case.
std::vector<ChildId> children_ever_in(const Case& of)
{
    std::vector<ChildId> children;
    for (const auto& happened : of.history) {
        const auto* added = std::get_if<PersonAdded>(happened.event.get());
        if (added == nullptr || !added->child) continue;
        if (std::ranges::find(children, *added->child) == children.end()) children.push_back(*added->child);
    }
    return children;
}

}  // namespace

bool ConcernSummary::is_open() const
{
    return state == ConcernState::waiting || state == ConcernState::read;
}

ConcernSummary summary_of(const Concern& concern)
{
    const auto& reported = concern.reported;
    return {reported.concern,    reported.reference,       reported.by,
            concern.reported_at, concern.unread_since,     concern.state,
            concern.is_unread(), concern.urgency(),        escalates_at(concern),
            reported.routed_to,  reported.people_involved, concern.escalated_to,
            reported.children};
}

int CaseSummary::urgency_at(Instant now) const
{
    return first_due && *first_due < now ? urgency_overdue : urgency;
}

CaseSummary summary_of(const Case& of, const guidance::Pack* pack)
{
    CaseSummary summary;
    summary.id = of.id;
    summary.reference = of.reference;
    summary.opened_at = of.opened_at;
    summary.state = of.state;
    summary.concerns = of.concerns;
    summary.children = children_ever_in(of);
    if (const auto* decision = of.decision()) summary.decided_by = decision->made.by;
    if (const auto waiting = tasks_to_do(of); !waiting.empty()) summary.first_due = waiting.front()->set.due;
    summary.who_reads = of.who_reads;
    if (pack != nullptr) {
        summary.urgency = urgency(of, *pack, Instant::min());
        summary.urgency_overdue = urgency(of, *pack, Instant::max());
    }
    return summary;
}

ChildSummary summary_of(const Child& child)
{
    return {child.id, child.known_by};
}

}  // namespace safelead::record
