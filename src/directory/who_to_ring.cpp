#include "directory/who_to_ring.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace safelead::directory {
namespace {

constexpr int days_looked_ahead = 14;  // The longest closing known is Christmas with a weekend.

const DayHours& hours_of_day(const Hours& hours, const BankHolidays& holidays, Date date)
{
    if (hours.bank_holiday && holidays.is_one(date)) return *hours.bank_holiday;
    const std::chrono::weekday day{std::chrono::sys_days{date}};
    return hours.week.at(day.iso_encoding() - 1);
}

bool within(const std::vector<Interval>& intervals, std::chrono::minutes time)
{
    return std::ranges::any_of(intervals,
                               [time](const Interval& i) { return i.from <= time && time < i.until; });
}

Openness opposite(Openness openness)
{
    if (openness == Openness::open) return Openness::closed;
    if (openness == Openness::closed) return Openness::open;
    return openness;
}

/// Whose weekly hours decide: the contact's own, or those of the one it answers in place of.
const Hours* deciding_hours(const Contact& contact, const Contacts& contacts)
{
    if (contact.hours.kind != Hours::Kind::when_other_closed) return &contact.hours;
    if (!contact.hours.other) return nullptr;
    const auto* other = contacts.find(*contact.hours.other);
    return other == nullptr ? nullptr : &other->hours;
}

Openness openness_by(const Hours& hours, const BankHolidays& holidays, WallTime at)
{
    switch (hours.kind) {
        case Hours::Kind::always:
            return Openness::open;
        case Hours::Kind::not_known:
        case Hours::Kind::when_other_closed:
            return Openness::hours_not_known;
        case Hours::Kind::weekly:
            break;
    }
    const auto& day = hours_of_day(hours, holidays, at.date);
    if (within(day.open, at.time)) return Openness::open;
    return within(day.disputed, at.time) ? Openness::sources_disagree : Openness::closed;
}

Openness openness_at(const Contact& contact, const Contacts& contacts, const BankHolidays& holidays,
                     WallTime at)
{
    const auto* hours = deciding_hours(contact, contacts);
    if (hours == nullptr) return Openness::hours_not_known;
    const auto openness = openness_by(*hours, holidays, at);
    return contact.hours.kind == Hours::Kind::when_other_closed ? opposite(openness) : openness;
}

/// The times of that day at which anything may change, midnight among them.
std::set<std::chrono::minutes> edges(const Hours& hours, const BankHolidays& holidays, Date date)
{
    std::set<std::chrono::minutes> times{std::chrono::minutes{0}};
    const auto& day = hours_of_day(hours, holidays, date);
    for (const auto* intervals : {&day.open, &day.disputed}) {
        for (const auto& interval : *intervals) {
            times.insert(interval.from);
            if (interval.until < std::chrono::hours{24}) times.insert(interval.until);
        }
    }
    return times;
}

std::string day_words(Date day, Date today)
{
    if (day == today) return "today";
    if (day == next_day(today)) return "tomorrow";
    return fmt::format("on {}", long_date_with_day(day));
}

std::string until_words(WallTime closes, Date today)
{
    const bool same_night = closes.date == next_day(today) && closes.time.count() == 0;
    const auto clock = clock_words(closes.time);
    if (closes.date == today || same_night) return clock;
    return fmt::format("{} {}", clock, day_words(closes.date, today));
}

// Most urgent first, for each audience.
constexpr std::array for_staff{
    Need::danger,
    Need::refer,
    Need::police,
    Need::allegation,
    Need::advice,
    Need::online_exploitation,
    Need::remove_image,
    Need::coordination,
    Need::abuse_in_education,
    Need::support_for_child,
    Need::support_for_parent,
    Need::own_behaviour,
};
constexpr std::array for_young_people{
    Need::danger,
    Need::support_for_child,
    Need::remove_image,
    Need::online_exploitation,
    Need::abuse_in_education,
    Need::police,
    Need::own_behaviour,
};
constexpr std::array for_adults{
    Need::danger,
    Need::refer,
    Need::police,
    Need::support_for_parent,
    Need::remove_image,
    Need::online_exploitation,
    Need::abuse_in_education,
    Need::support_for_child,
    Need::own_behaviour,
};
constexpr std::array in_danger{Need::danger, Need::refer};

std::vector<Need> needs_in_order(const Asking& asking)
{
    const auto list = [](std::span<const Need> needs) {
        return std::vector<Need>{needs.begin(), needs.end()};
    };
    if (asking.need == Need::danger) return list(in_danger);  // First 999, then whoever must be told.
    if (asking.need) return {*asking.need};
    if (asking.audience == Audience::staff) return list(for_staff);
    if (asking.audience == Audience::young_person) return list(for_young_people);
    return list(for_adults);
}

bool is_for(const Contact& contact, const Asking& asking)
{
    const bool here = contact.area == "england" || contact.area == asking.area;
    return here && std::ranges::find(contact.audiences, asking.audience) != contact.audiences.end();
}

}  // namespace

std::string_view openness_name(Openness openness)
{
    constexpr std::array<std::string_view, 4> names{"open", "sources_disagree", "hours_not_known", "closed"};
    return names.at(static_cast<std::size_t>(openness));
}

Availability availability(const Contact& contact, const Contacts& contacts, const BankHolidays& holidays,
                          WallTime at)
{
    Availability found;
    found.now = openness_at(contact, contacts, holidays, at);
    const auto* hours = deciding_hours(contact, contacts);
    if (hours == nullptr || hours->kind != Hours::Kind::weekly) return found;

    const bool open = found.now == Openness::open;
    auto date = at.date;
    for (int day = 0; day <= days_looked_ahead; ++day, date = next_day(date)) {
        for (const auto time : edges(*hours, holidays, date)) {
            const WallTime then{date, time};
            if (then <= at) continue;
            const bool opens = openness_at(contact, contacts, holidays, then) == Openness::open;
            if (opens == open) continue;
            (open ? found.closes : found.next_opens) = then;
            return found;
        }
    }
    return found;
}

std::string words(const Availability& availability, WallTime at)
{
    switch (availability.now) {
        case Openness::open:
            if (!availability.closes) return "Open now, day and night.";
            return fmt::format("Open now, until {}.", until_words(*availability.closes, at.date));
        case Openness::sources_disagree:
            return "Its sources disagree about this hour: ring, and if nobody answers ring the next number.";
        case Openness::hours_not_known:
            return "Its hours are not known.";
        case Openness::closed:
            break;
    }
    if (!availability.next_opens) return "Closed now.";
    return fmt::format("Closed now. Opens {} at {}.", day_words(availability.next_opens->date, at.date),
                       clock_words(availability.next_opens->time));
}

std::vector<ToRing> who_to_ring(const Contacts& contacts, const BankHolidays& holidays, WallTime at,
                                const Asking& asking)
{
    std::vector<ToRing> list;
    std::set<ContactId> given;
    for (const auto need : needs_in_order(asking)) {
        std::vector<ToRing> for_need;
        for (const auto& contact : contacts.all) {
            const bool meets = std::ranges::find(contact.needs, need) != contact.needs.end();
            if (!meets || !is_for(contact, asking) || given.contains(contact.id)) continue;
            given.insert(contact.id);
            for_need.push_back({contact, need, availability(contact, contacts, holidays, at)});
        }
        // Only what is certainly closed gives way: a line whose hours nobody knows may answer.
        std::ranges::stable_partition(
            for_need, [](const ToRing& one) { return one.availability.now != Openness::closed; });
        for (auto& one : for_need) list.push_back(std::move(one));
    }
    return list;
}

}  // namespace safelead::directory
