#pragma once

// The parts of a child's own page beside who they are.

#include "directory/local_time.h"
#include "web/pages/child_record.h"

namespace safelead::web {

struct ChildSections {
    const app::ChildFile& file;
    const ChildRecord& record;
    const directory::Zone& zone;
    std::string address;  ///< "/children/…"
};

[[nodiscard]] Html child_sections(const Speaker& say, const ChildSections& page);

/// What it has meant for the child, over all cases.
[[nodiscard]] Html impact_list(const Speaker& say, const ChildRecord& record);

[[nodiscard]] Phrase tie_words(record::Tie tie);
[[nodiscard]] Phrase given_for_words(record::GivenFor purpose);
[[nodiscard]] Phrase sex_words(record::Sex sex);
[[nodiscard]] Phrase ethnicity_words(record::Ethnicity ethnicity);
[[nodiscard]] Phrase special_needs_words(record::SpecialNeeds needs);

}  // namespace safelead::web
