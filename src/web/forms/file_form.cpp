#include "web/forms/file_form.h"

#include "web/forms/csrf.h"

namespace safelead::web {

Html open_file_form(const FormFrame& frame)
{
    Html out;
    return out << "<form action=\"" << text(frame.action)
               << "\" method=\"post\" enctype=\"multipart/form-data\" novalidate>"
               << hidden_input(csrf_field, frame.csrf_token);
}

}  // namespace safelead::web
