#pragma once

// A case at a glance: what to see to next, the advice so far, and the way to everything else; and its notes.

#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"

namespace safelead::web {

[[nodiscard]] Html overview_page(const Speaker& say, const CaseView& view);

struct NotesPage {
    FormFrame note;
    FormFrame close_or_reopen;
};

[[nodiscard]] Html notes_page(const FormWriter& note, const FormWriter& closing, const CaseView& view,
                              const NotesPage& page);

}  // namespace safelead::web
