#include "record/concern.h"

#include "base/overloaded.h"

#include <algorithm>

namespace safelead::record {

namespace {

/// Project rule (docs/adr/0045): how long danger may stay unread before it goes up, and each time again.
constexpr auto danger_waits = std::chrono::minutes{15};
constexpr auto unknown_danger_waits = std::chrono::minutes{60};

void mark_read(Concern& concern, const PersonId& by, Instant at)
{
    if (concern.state == ConcernState::waiting) concern.state = ConcernState::read;
    if (!concern.read_at) concern.read_at = at;
    if (std::ranges::find(concern.read_by, by) == concern.read_by.end()) concern.read_by.push_back(by);
    concern.still_worried = false;
}

void apply(Concern& concern, const ConcernReported& reported, Instant at)
{
    concern.reported = reported;
    concern.reported_at = at;
    concern.unread_since = at;
    concern.state = ConcernState::waiting;
}

void apply(Concern& concern, const ConcernRead& read, Instant at)
{
    mark_read(concern, read.by, at);
}

void apply(Concern& concern, const ConcernEscalated& escalated, Instant at)
{
    concern.escalated_to.push_back(escalated.to);
    concern.escalated_at = at;
}

// Whoever acts on a concern has read it, whether or not the page that shows it said so first.
void apply(Concern& concern, const ConcernTakenIntoCase& taken, Instant at)
{
    mark_read(concern, taken.by, at);
    concern.state = ConcernState::in_case;
    concern.in = taken.in;
}

void apply(Concern& concern, const ConcernKeptWithoutCase& kept, Instant at)
{
    mark_read(concern, kept.by, at);
    concern.state = ConcernState::kept_without_case;
}

void apply(Concern& concern, const ConcernSentBySystem& sent, Instant)
{
    concern.by_way_of = sent.system;
}

void apply(Concern& concern, const StillWorried&, Instant at)
{
    concern.still_worried = true;
    concern.unread_since = at;
    if (concern.state != ConcernState::in_case) concern.state = ConcernState::waiting;
}

}  // namespace

bool Concern::is_unread() const
{
    return state == ConcernState::waiting || still_worried;
}

int Concern::urgency() const
{
    enum Order { settled, read, unread, unread_danger_unknown, worried, danger_read, danger_unread };
    const bool danger = reported.danger_now == Answer::yes;
    if (danger && is_unread()) return danger_unread;
    if (danger && state == ConcernState::read) return danger_read;
    if (still_worried) return worried;
    if (is_unread()) return reported.danger_now == Answer::unknown ? unread_danger_unknown : unread;
    return state == ConcernState::read ? read : settled;
}

Concern evolve(Concern concern, const Happened<ConcernEvent>& happened)
{
    std::visit([&](const auto& event) { apply(concern, event, happened.at); }, *happened.event);
    concern.history.push_back(happened);
    return concern;
}

std::optional<Instant> escalates_at(const Concern& concern)
{
    if (concern.history.empty() || !concern.is_unread()) return std::nullopt;
    if (concern.reported.danger_now == Answer::no) return std::nullopt;
    Instant since = concern.unread_since;
    if (concern.escalated_at) since = std::max(since, *concern.escalated_at);
    const bool danger = concern.reported.danger_now == Answer::yes;
    return since + (danger ? danger_waits : unknown_danger_waits);
}

}  // namespace safelead::record
