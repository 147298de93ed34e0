#include "learning/session.h"

#include "base/overloaded.h"

#include <algorithm>

namespace safelead::learning {

bool Session::has_place(const PersonId& person) const
{
    return std::ranges::find(booked, person, &Place::person) != booked.end();
}

std::optional<std::size_t> Session::place_in_line(const PersonId& person) const
{
    const auto found = std::ranges::find(waiting, person, &Place::person);
    if (found == waiting.end()) return std::nullopt;
    return static_cast<std::size_t>(found - waiting.begin()) + 1;
}

int Session::places_left() const
{
    return planned.places - static_cast<int>(booked.size());
}

const AttendanceMarked* Session::mark_of(const PersonId& person) const
{
    const auto found = std::ranges::find(marks, person, &AttendanceMarked::person);
    return found == marks.end() ? nullptr : &*found;
}

bool Session::was_present(const PersonId& person) const
{
    const auto* mark = mark_of(person);
    return mark != nullptr && mark->mark == Mark::present;
}

bool Session::has_evaluated(const PersonId& person) const
{
    return std::ranges::find(evaluations, person, &SessionEvaluated::person) != evaluations.end();
}

Instant Session::ends() const
{
    return planned.starts + std::chrono::minutes{planned.minutes};
}

namespace {

void take_out(std::vector<Place>& places, const PersonId& person)
{
    std::erase_if(places, [&](const Place& place) { return place.person == person; });
}

class Evolving {
public:
    Evolving(Session& session, Instant at) : session_{session}, at_{at} {}

    void operator()(const SessionPlanned& event)
    {
        session_.planned = event;
        session_.planned_at = at_;
    }
    void operator()(const SessionCancelled& event) { session_.cancelled = event; }
    void operator()(const PlaceBooked& event)
    {
        session_.booked.push_back({event.person, event.organisation});
    }
    void operator()(const PlaceAwaited& event)
    {
        session_.waiting.push_back({event.person, event.organisation});
    }
    void operator()(const PlaceGivenUp& event)
    {
        take_out(session_.booked, event.person);
        take_out(session_.waiting, event.person);
    }
    void operator()(const PlaceMovedUp& event)
    {
        const auto found = std::ranges::find(session_.waiting, event.person, &Place::person);
        if (found == session_.waiting.end()) return;
        session_.booked.push_back(*found);
        session_.waiting.erase(found);
    }
    void operator()(const CodeOpened& event) { session_.code = event; }
    void operator()(const AttendanceMarked& event)
    {
        const auto found = std::ranges::find(session_.marks, event.person, &AttendanceMarked::person);
        if (found == session_.marks.end()) {
            session_.marks.push_back(event);
        } else {
            *found = event;
        }
    }
    void operator()(const SessionEvaluated& event) { session_.evaluations.push_back(event); }

private:
    Session& session_;
    Instant at_;
};

}  // namespace

Session evolve(Session session, const SessionEvent& event, Instant at)
{
    std::visit(Evolving{session, at}, event);
    return session;
}

}  // namespace safelead::learning
