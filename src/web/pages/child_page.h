#pragma once

// One child's own page: who they are, what they were in, and holding or erasing their record.

#include "app/erasures.h"
#include "directory/local_time.h"
#include "web/forms/form_writer.h"

namespace safelead::web {

struct ChildPage {
    const app::ChildView& view;
    Html history = {};  ///< What they were in, what it has meant, whom they belong with (child_sections.h).
    const directory::Zone& zone;
    bool own_request = false;  ///< Whoever looks asked for the erasure themselves.
    FormFrame hold, lift, ask, refuse, agree;
};
[[nodiscard]] Html child_page(const FormWriter& form, const ChildPage& page);

}  // namespace safelead::web
