#pragma once

#include "app/bringing_in.h"
#include "web/answers/signing_in.h"

namespace safelead::web {

// A list of staff or of children, from a file (web/pages/import_page.h).

[[nodiscard]] Later<Response> show_import(Site& site, const Request& request, Visitor visitor,
                                          app::ListOf list);
/// The file itself: nothing is written.
[[nodiscard]] Later<Response> try_import(Site& site, const Request& request, app::ListOf list);
/// What was read of it, to be kept.
[[nodiscard]] Later<Response> bring_in_list(Site& site, const Request& request, Visitor visitor,
                                            app::ListOf list);

// As the table of addresses takes them.

template <app::ListOf list>
Later<Response> get_import(Site& site, const Request& request, Visitor visitor)
{
    return show_import(site, request, std::move(visitor), list);
}

template <app::ListOf list>
Later<Response> post_import(Site& site, const Request& request)
{
    return try_import(site, request, list);
}

template <app::ListOf list>
Later<Response> post_import_table(Site& site, const Request& request, Visitor visitor)
{
    return bring_in_list(site, request, std::move(visitor), list);
}

}  // namespace safelead::web
