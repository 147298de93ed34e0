#pragma once

// The calls of a school's own system (docs/formats/api.md). A token in the Authorization header is the only
// way in: a cookie opens nothing here, and nothing here sets one.

#include "app/memory.h"
#include "app/systems.h"
#include "web/api/problems.h"
#include "web/site.h"

namespace safelead::web {

Later<Response> get_openapi(Site& site, const Request& request);

using SystemHandler = Later<Response> (*)(Site& site, const Request& request, app::CallingSystem system);

Later<Response> post_api_concern(Site& site, const Request& request, app::CallingSystem system);
Later<Response> get_api_concern(Site& site, const Request& request, app::CallingSystem system);
Later<Response> get_api_people(Site& site, const Request& request, app::CallingSystem system);

/// What stands after "Bearer"; nothing where there is no such header, or more than one.
[[nodiscard]] std::string_view bearer_token(const Request& request);

/// The guard: no good token, no answer.
template <SystemHandler answer>
Later<Response> with_token(Site& site, const Request& request)
{
    auto system = app::system_of(site.app(), bearer_token(request), request.remote);
    if (!system) return token_problem(system.error());
    return app::ready(site.app(), system->who.organisation)
        .then([&site, &request, system = *system](app::Outcome<Done> ready) -> Later<Response> {
            if (!ready) return problem_of(ready.error());
            return answer(site, request, system);
        });
}

}  // namespace safelead::web
