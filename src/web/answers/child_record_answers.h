#pragma once

// One child's record read over, given, and shown as it was given.

#include "app/child_file.h"
#include "web/pages/child_record.h"
#include "web/site.h"

namespace safelead::web {

Later<Response> get_review(Site& site, const Request& request, Visitor visitor);
Later<Response> post_review(Site& site, const Request& request, Visitor visitor);
Later<Response> get_given(Site& site, const Request& request, Visitor visitor);
Later<Response> get_given_text(Site& site, const Request& request, Visitor visitor);

/// The cases of the file as their pages see them.
[[nodiscard]] std::vector<CaseView> case_views_of(const Site& site, const Visitor& visitor,
                                                  const app::ChildFile& file);

}  // namespace safelead::web
