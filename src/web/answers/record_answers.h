#pragma once

// `/record`: that the record is what was written, and what witnesses on other machines need.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_record(Site& site, const Request& request, Visitor visitor);

// For witnesses and whoever verifies, without signing in: hashes and signatures only.
Later<Response> get_checkpoint(Site& site, const Request& request);
Later<Response> get_consistency(Site& site, const Request& request);
Later<Response> get_key_rotations(Site& site, const Request& request);
Later<Response> post_cosignature(Site& site, const Request& request);

}  // namespace safelead::web
