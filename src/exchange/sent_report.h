#pragma once

// A report as a school's own system sends it: docs/formats/api.md.
//
// What is missing is not known. A member that nobody knows, one that stands twice, and a text of characters
// that nobody writes are faults, and all that is wrong is said at once.

#include "base/ids.h"
#include "base/result.h"
#include "record/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::exchange {

struct SentChild {
    std::string name;
    std::string detail;
    bool operator==(const SentChild&) const = default;
};

struct SentReport {
    PersonId reporter{""};
    std::vector<SentChild> children;
    std::string words;
    record::Answer danger_now = record::Answer::unknown;
    record::EventTime when;
    std::string where;
    std::string child_now;
    record::StaffInvolved staff_involved = record::StaffInvolved::unknown;
    std::vector<PersonId> people_involved;
    record::Answer told_lead_in_person = record::Answer::unknown;
    record::StaffExposure staff_exposure = record::StaffExposure::unknown;
    bool operator==(const SentReport&) const = default;
};

/// What is wrong with one member. Nothing that was sent stands in it but names of members.
struct WrongMember {
    std::string member;  ///< "children[1].name"; empty: the whole.
    std::string words;   ///< A sentence on what to do.
    bool operator==(const WrongMember&) const = default;
};

/// Why a body is no report.
struct NoReport {
    enum class Why { not_json, members };
    Why why = Why::not_json;
    std::vector<WrongMember> wrong;  ///< Never empty.
    bool operator==(const NoReport&) const = default;
};

inline constexpr std::size_t most_sent_children = 20;
inline constexpr std::size_t most_sent_people = 20;

[[nodiscard]] Result<SentReport, NoReport> parse_sent_report(std::string_view json);

}  // namespace safelead::exchange
