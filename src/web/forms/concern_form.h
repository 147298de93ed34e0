#pragma once

#include "record/child_events.h"
#include "record/words.h"
#include "web/forms/form_reader.h"

#include <string>
#include <vector>

namespace safelead::web {

/// A report, as it was typed and understood.
struct ConcernTyped {
    CommandId command;
    std::vector<record::ChildId> children;   ///< From the school's list.
    std::vector<record::Identity> unlisted;  ///< "Not on the list": one a line.
    std::string words;
    record::EventTime when;
    std::string where;
    record::Answer danger_now;
    std::string child_now;
    record::StaffInvolved staff_involved;
    std::vector<PersonId> people_involved;
    record::Answer told_lead_in_person;
    record::StaffExposure staff_exposure;
};

[[nodiscard]] Result<ConcernTyped, FormErrors> parse_concern(const FormFields& typed,
                                                             const directory::Zone& zone);

/// One line about a child who is not on the list: the name, and after a comma anything that helps to find
/// them.
[[nodiscard]] record::Identity parse_unlisted(std::string_view line);

}  // namespace safelead::web
