#pragma once

// Reading one child's record over before it is printed or handed out, and what was handed out.

#include "directory/local_time.h"
#include "web/forms/form_writer.h"
#include "web/pages/child_record.h"

namespace safelead::web {

/// Where somebody decides about each name of another that was found. Never printed.
struct ReviewPage {
    const app::ChildFile& file;
    const ChildRecord& record;
    FormFrame frame;
    std::string address;  ///< "/children/…"
};
[[nodiscard]] Html review_page(const FormWriter& form, const ReviewPage& page);

/// What the review begins with: what is surely a name is to be replaced.
[[nodiscard]] FormFields review_as_found(const ChildRecord& record);

/// The name of the field that says what becomes of one name.
[[nodiscard]] std::string field_of(const RecordLine& line, const record::NameFound& name);

/// The record as it was given.
struct GivenPage {
    const app::ChildFile& file;
    const record::RecordGiven& given;
    const ChildRecord& held;  ///< With the names replaced.
    const directory::Zone& zone;
    std::string organisation;
    std::string proof;  ///< What proves the record, in words; "" if nothing does yet.
    std::string address;
};
[[nodiscard]] Html given_page(const Speaker& say, const GivenPage& page);
[[nodiscard]] std::string given_text(const Speaker& say, const GivenPage& page);

}  // namespace safelead::web
