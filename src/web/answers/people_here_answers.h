#pragma once

// /settings/people: the people of an organisation, their roles, who is away and who has left.

#include "web/answers/signing_in.h"

namespace safelead::web {

Later<Response> get_people_here(Site& site, const Request& request, Visitor visitor);
Later<Response> get_add_here(Site& site, const Request& request, Visitor visitor);
Later<Response> post_add_here(Site& site, const Request& request, Visitor visitor);
Later<Response> get_person_here(Site& site, const Request& request, Visitor visitor);

/// Whatever is done about somebody on a page of its own.
enum class PersonForm { rename, email, ask_role, take_role, away, left };
[[nodiscard]] Response show_person_form(Site& site, const Request& request, const Visitor& visitor,
                                        PersonForm form, const FormErrors& errors);

template <PersonForm form>
Later<Response> get_person_form(Site& site, const Request& request, Visitor visitor)
{
    return show_person_form(site, request, visitor, form, {});
}
Later<Response> post_rename_here(Site& site, const Request& request, Visitor visitor);
Later<Response> post_email_here(Site& site, const Request& request, Visitor visitor);
Later<Response> post_ask_role(Site& site, const Request& request, Visitor visitor);
Later<Response> post_take_role(Site& site, const Request& request, Visitor visitor);
Later<Response> post_away(Site& site, const Request& request, Visitor visitor);
Later<Response> post_left(Site& site, const Request& request, Visitor visitor);

// One button each.
Later<Response> post_agree_role(Site& site, const Request& request, Visitor visitor);
Later<Response> post_refuse_role(Site& site, const Request& request, Visitor visitor);
Later<Response> post_back(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
