#pragma once

#include "app/sign_in_changes.h"
#include "directory/local_time.h"
#include "web/html/html.h"
#include "web/text/phrase.h"

#include <vector>

namespace safelead::web {

/// For a first page: nothing unless something was changed that they have not looked at.
[[nodiscard]] Html sign_in_news(const Speaker& say, const std::vector<app::SignInChange>& changes);

/// For the page of their own sign-in; nothing if nothing was changed lately.
[[nodiscard]] Html sign_in_changes_list(const Speaker& say, const std::vector<app::SignInChange>& changes,
                                        const directory::Zone& zone);

}  // namespace safelead::web
