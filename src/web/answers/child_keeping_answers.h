#pragma once

// What is kept of a child beside who they are: each page goes the same way, a ChildForm says what is
// particular to it.

#include "web/pages/child_keeping_pages.h"
#include "web/site.h"

namespace safelead::web {

class FormReader;

struct ChildForm {
    Phrase title;
    std::string_view page;   ///< Past the child's address: "belonging".
    std::string_view draft;  ///< Its typing is kept under the child's name and this; "" if it is not.
    Html (*draw)(const FormWriter& form, const ChildKeepingPage& page);
    FormFields (*start)(const app::ChildFile& file);
    record::ChildKeepable (*parse)(FormReader& read);
};

[[nodiscard]] Later<Response> show_child_form(Site& site, const Request& request, Visitor visitor,
                                              const ChildForm& form);
[[nodiscard]] Later<Response> keep_child_form(Site& site, const Request& request, Visitor visitor,
                                              const ChildForm& form);

namespace child_page_of {
extern const ChildForm belonging;
extern const ChildForm belonging_end;
extern const ChildForm same_child;
extern const ChildForm same_child_end;
extern const ChildForm main_file;
extern const ChildForm authority;
extern const ChildForm figures;
}  // namespace child_page_of

template <const ChildForm& form>
Later<Response> show_child(Site& site, const Request& request, Visitor visitor)
{
    return show_child_form(site, request, std::move(visitor), form);
}

template <const ChildForm& form>
Later<Response> keep_child(Site& site, const Request& request, Visitor visitor)
{
    return keep_child_form(site, request, std::move(visitor), form);
}

}  // namespace safelead::web
