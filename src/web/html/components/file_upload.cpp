#include "web/html/components/file_upload.h"

namespace safelead::web {

Html& operator<<(Html& out, const FileUpload& upload)
{
    const std::string& id = upload.id.empty() ? upload.name : upload.id;
    open_form_group(out, upload.form_group, upload.error);
    Label label = upload.label;
    label.for_id = id;
    out << label;
    const std::string described_by = hint_and_error(out, id, upload.described_by, upload.hint, upload.error);
    out << upload.form_group.before_input << "<input class=\"govuk-file-upload";
    if (upload.error) out << " govuk-file-upload--error";
    out << MoreClasses{upload.classes} << "\" id=\"" << text(id) << "\" name=\"" << text(upload.name)
        << "\" type=\"file\"" << IfAny{"aria-describedby", described_by} << upload.attributes << ">\n"
        << upload.form_group.after_input << "</div>\n";
    return out;
}

}  // namespace safelead::web
