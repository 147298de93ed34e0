#pragma once

#include "app/reads.h"
#include "directory/local_time.h"
#include "web/forms/form_writer.h"

#include <string_view>
#include <vector>

namespace safelead::web {

struct ReadersPage {
    const std::vector<app::Read>& reads;
    const directory::Zone& zone;
    FormFrame take;  ///< The form that takes the list away.
};

/// Who has read it, the newest first. What it is about is the heading's to say.
[[nodiscard]] Html readers_list(const FormWriter& form, const ReadersPage& page);

/// A link to such a page; `address` is that of what was read.
[[nodiscard]] Html readers_link(const Speaker& say, std::string_view address, const Phrase& words);

}  // namespace safelead::web
