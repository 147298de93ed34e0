#pragma once

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"

#include <string>
#include <vector>

namespace safelead::app {

/// A child who is not on the school's list, as far as the reporter knows them.
struct NotOnList {
    std::string name;    ///< As it was typed.
    std::string detail;  ///< Year group, school, "known as": whatever helps to find out who it is.
    bool operator==(const NotOnList&) const = default;
};

struct Report {
    std::vector<record::ChildId> children;  ///< From the list.
    std::vector<NotOnList> not_on_list;
    std::string words;
    record::EventTime when;
    std::string where;
    record::Answer danger_now = record::Answer::unknown;
    std::string child_now;
    record::StaffInvolved staff_involved = record::StaffInvolved::unknown;
    std::vector<PersonId> people_involved;  ///< From the list of staff.
    record::Answer told_lead_in_person = record::Answer::unknown;
    record::StaffExposure staff_exposure = record::StaffExposure::unknown;
};

struct Reported {
    record::ConcernId concern;
    record::Reference reference;
    Instant at;
    record::RoutedTo routed_to = record::RoutedTo::lead;
    std::size_t taken_out = 0;
};

/// Keeps the report, and a new record for each child who is not on the list. Durable when it is there.
[[nodiscard]] Later<Outcome<Reported>> report_concern(Safelead& safelead, const Actor& actor,
                                                      const CommandId& command, Report report);

/// What a reporter may see of their own report: that it was read and whether it is being acted on, no more.
struct MyReport {
    record::Reference reference;
    Instant reported_at;
    std::optional<Instant> read_at;
    bool being_acted_on = false;
    bool said_still_worried = false;  ///< And nobody has read it since.
    record::Answer danger_now = record::Answer::unknown;
    record::RoutedTo routed_to = record::RoutedTo::lead;
    bool staff_may_be_involved = false;  ///< They said so: then the LADO's number is theirs to have.
    std::string by_way_of = {};          ///< The system that sent it in their name, if one did.
    bool operator==(const MyReport&) const = default;
};

/// Theirs, the newest first.
[[nodiscard]] Outcome<std::vector<MyReport>> my_reports(Safelead& safelead, const Actor& actor);
[[nodiscard]] Outcome<MyReport> my_report(Safelead& safelead, const Actor& actor,
                                          const record::Reference& reference);

struct StillWorriedKept {
    std::size_t taken_out = 0;
};
[[nodiscard]] Later<Outcome<StillWorriedKept>> still_worried(Safelead& safelead, const Actor& actor,
                                                             const CommandId& command,
                                                             const record::Reference& reference,
                                                             std::string words);

/// Who works here, to say who is involved: name and what they do, by name. For whoever may report.
struct StaffMember {
    PersonId person;
    std::string name;
    directory::Roles roles;
};
[[nodiscard]] Outcome<std::vector<StaffMember>> staff_of(Safelead& safelead, const Actor& actor);

}  // namespace safelead::app
