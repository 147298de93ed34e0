#include "learning/currency.h"

#include <algorithm>

namespace safelead::learning {
namespace {

bool counts(const Requirement& requirement, const Achievement& one, const OrganisationId& here, Date today)
{
    const bool is_topic = std::ranges::find(requirement.topics, one.topic) != requirement.topics.end();
    const bool is_here = requirement.where == Where::anywhere || one.organisation == here;
    return is_topic && is_here && one.on <= today;
}

Date days_after(Date day, std::chrono::days days)
{
    return Date{std::chrono::sys_days{day} + days};
}

}  // namespace

std::optional<Achievement> achievement_of(const Session& session, const PersonId& person, Date on)
{
    const auto* mark = session.mark_of(person);
    if (mark == nullptr || mark->mark != Mark::present || session.cancelled) return std::nullopt;
    const auto& plan = session.planned;
    return Achievement{
        plan.topic, plan.kind,      on, mark->organisation, plan.minutes, {}, plan.content_version, {},
        {},         plan.reference, 0};
}

std::vector<Achievement> achievements_of(const Learner& learner)
{
    std::vector<Achievement> all;
    for (const auto& [one, at, struck_out] : learner.records) {
        if (struck_out) continue;
        all.push_back({one.topic, one.kind, one.on, one.organisation, one.minutes, one.provider,
                       one.content_version, one.result, one.evidence, std::nullopt, one.number});
    }
    return all;
}

Date months_after(Date day, int months)
{
    const Date later = day + std::chrono::months{months};
    if (later.ok()) return later;
    return Date{later.year() / later.month() / std::chrono::last};
}

Currency currency_of(const Requirement& requirement, Date since, const OrganisationId& here,
                     const std::vector<Achievement>& achievements, Date today)
{
    Currency currency;
    for (const auto& one : achievements)
        if (counts(requirement, one, here, today) && (!currency.last || one.on > *currency.last))
            currency.last = one.on;

    if (!currency.last) {
        currency.due = days_after(since, std::chrono::days{requirement.first_within_days});
        currency.standing = today > *currency.due ? Standing::overdue : Standing::to_begin;
        return currency;
    }
    if (!requirement.again_in_months) {
        currency.standing = Standing::in_date;
        return currency;
    }
    currency.due = months_after(*currency.last, *requirement.again_in_months);
    if (today > *currency.due) {
        currency.standing = Standing::overdue;
    } else {
        currency.standing = days_after(today, soon) > *currency.due ? Standing::due_soon : Standing::in_date;
    }
    return currency;
}

}  // namespace safelead::learning
