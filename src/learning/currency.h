#pragma once

// Whose training is in date, on a given day.

#include "learning/learner.h"
#include "learning/session.h"
#include "learning/topic.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::learning {

/// One thing that somebody learnt.
struct Achievement {
    TopicId topic;
    Kind kind = Kind::course;
    Date on;
    OrganisationId organisation;  ///< For which they learnt it.
    int minutes = 0;
    std::string provider;  ///< Of a session: empty.
    std::string content_version;
    std::string result;
    std::string evidence;
    std::optional<SessionReference> session;
    int number = 0;  ///< On their own record; 0 for a session.

    bool operator==(const Achievement&) const = default;
};

/// What `person` was present at, as learnt on `on` (the day of the session on the wall).
[[nodiscard]] std::optional<Achievement> achievement_of(const Session& session, const PersonId& person,
                                                        Date on);

/// What stands on their own record and is not struck out.
[[nodiscard]] std::vector<Achievement> achievements_of(const Learner& learner);

enum class Standing : std::uint8_t {
    in_date,
    due_soon,  ///< Within `soon`.
    to_begin,  ///< Never had it, and there is still time.
    overdue,
};

/// A project rule.
inline constexpr std::chrono::days soon{60};

struct Currency {
    Standing standing = Standing::to_begin;
    std::optional<Date> last;  ///< When they had it last.
    std::optional<Date> due;   ///< The last day on which it is in time; nothing if it never is due again.

    bool operator==(const Currency&) const = default;
};

/// How somebody who began in the role on `since` stands on `today`.
[[nodiscard]] Currency currency_of(const Requirement& requirement, Date since, const OrganisationId& here,
                                   const std::vector<Achievement>& achievements, Date today);

/// So many months later: the same day of the month, or the last if there is none such.
[[nodiscard]] Date months_after(Date day, int months);

}  // namespace safelead::learning
