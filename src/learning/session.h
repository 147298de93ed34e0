#pragma once

// One training session: places, waiting list, attendance.
//
// 1. No more people have a place than there are places.
// 2. Nobody has a place and waits for one. Whoever has waited longest moves up when a place is given up.
// 3. Whoever was there without a place is recorded as having walked in.
// 4. From when it begins, places don't change.

#include "base/result.h"
#include "learning/refusal.h"
#include "learning/session_events.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace safelead::learning {

inline constexpr std::chrono::minutes register_opens_before{30};
inline constexpr std::chrono::minutes code_lasts{15};
inline constexpr std::size_t longest_line = 300;
inline constexpr std::size_t longest_about = 2'000;

struct Place {
    PersonId person;
    OrganisationId organisation;
    bool operator==(const Place&) const = default;
};

struct Session {
    SessionPlanned planned;
    Instant planned_at{};
    std::optional<SessionCancelled> cancelled;
    std::vector<Place> booked;
    std::vector<Place> waiting;           ///< Who has waited longest first.
    std::vector<AttendanceMarked> marks;  ///< One for each person.
    std::vector<SessionEvaluated> evaluations;
    std::optional<CodeOpened> code;

    [[nodiscard]] bool is_there() const { return planned.places > 0; }
    [[nodiscard]] bool has_place(const PersonId& person) const;
    /// From 1; nothing if they don't wait.
    [[nodiscard]] std::optional<std::size_t> place_in_line(const PersonId& person) const;
    [[nodiscard]] int places_left() const;
    [[nodiscard]] const AttendanceMarked* mark_of(const PersonId& person) const;
    [[nodiscard]] bool was_present(const PersonId& person) const;
    [[nodiscard]] bool has_evaluated(const PersonId& person) const;
    [[nodiscard]] Instant ends() const;
    [[nodiscard]] bool has_begun(Instant now) const { return now >= planned.starts; }

    bool operator==(const Session&) const = default;
};

struct PlanSession {
    SessionPlanned session;
};
struct CancelSession {
    PersonId by;
    std::string why;
};
/// A place, or where none is free a place on the waiting list.
struct BookPlace {
    PersonId person;
    OrganisationId organisation;
};
struct GiveUpPlace {
    PersonId person;
};
/// For `code_lasts` from now; the one before it ends.
struct OpenCode {
    PersonId by;
    std::string code;
};
struct ToMark {
    PersonId person;
    OrganisationId organisation;
    Mark mark = Mark::present;
    std::string why;
};
struct KeepRegister {
    PersonId by;
    std::vector<ToMark> marks;
};
struct AttendByCode {
    PersonId person;
    OrganisationId organisation;
    std::string code;
};
struct EvaluateSession {
    SessionEvaluated evaluation;
};
using SessionCommand = std::variant<PlanSession, CancelSession, BookPlace, GiveUpPlace, OpenCode,
                                    KeepRegister, AttendByCode, EvaluateSession>;

/// What happens at `now` if the command is carried out, or why it can't be.
[[nodiscard]] Result<std::vector<SessionEvent>, Refusal> decide(const Session& session,
                                                                const SessionCommand& command, Instant now);

/// The session after one more event, which was entered at `at`.
[[nodiscard]] Session evolve(Session session, const SessionEvent& event, Instant at);

}  // namespace safelead::learning
