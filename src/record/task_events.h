#pragma once

// Tasks that somebody in the school sets, gives and hands over. Those that guidance calls for are set by the
// program (TaskSet).

#include "record/kept_fields.h"

#include <optional>
#include <string>

namespace safelead::record {

/// How the time until a deadline is counted. Where a child's safety is concerned it is real: no weekend and
/// no holiday stops it.
enum class Clock { working, real };

struct OwnTaskSet {
    TaskId task;
    PersonId by;
    std::string words;
    std::optional<PersonId> owner;  ///< Nobody by name: the safeguarding leads.
    Clock clock;
    int hours;
    Instant due;  ///< As the calendar had it on that day.
    bool operator==(const OwnTaskSet&) const = default;
};

struct TaskGiven {
    TaskId task;
    PersonId by;
    PersonId to;
    std::string why;
    bool operator==(const TaskGiven&) const = default;
};

/// Overdue, and shown to the next person up: by the program.
struct TaskPassedUp {
    TaskId task;
    PersonId to;
    std::string why;
    bool operator==(const TaskPassedUp&) const = default;
};

/// Another lead has the case from now on, with what is still to do in it.
struct CaseHandedOver {
    PersonId by;
    PersonId to;
    std::string why;
    bool operator==(const CaseHandedOver&) const = default;
};

template <>
struct FieldsOf<OwnTaskSet> {
    using E = OwnTaskSet;
    static constexpr auto list = fields(
        Field{"task", &E::task}, Field{"by", &E::by}, Field{"words", &E::words}, Field{"owner", &E::owner},
        Field{"clock", &E::clock}, Field{"hours", &E::hours}, Field{"due", &E::due});
    static constexpr std::string_view type = "own-task-set";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<TaskGiven> {
    using E = TaskGiven;
    static constexpr auto list =
        fields(Field{"task", &E::task}, Field{"by", &E::by}, Field{"to", &E::to}, Field{"why", &E::why});
    static constexpr std::string_view type = "task-given";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<TaskPassedUp> {
    using E = TaskPassedUp;
    static constexpr auto list = fields(Field{"task", &E::task}, Field{"to", &E::to}, Field{"why", &E::why});
    static constexpr std::string_view type = "task-passed-up";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<CaseHandedOver> {
    using E = CaseHandedOver;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"to", &E::to}, Field{"why", &E::why});
    static constexpr std::string_view type = "case-handed-over";
    static constexpr int version = 1;
};

}  // namespace safelead::record
