#include "web/answers/kept_forms.h"

#include "web/pages/meeting_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web::case_page {

Html draw_kept_form(const CaseTurn& turn, const FormWriter& form, KeptForm kept)
{
    kept.frame = turn.frame(fmt::format("records/{}", kept.type), kept.type);
    return kept_form_page(form, turn.view, kept);
}

Html draw_records(const CaseTurn& turn, const FormFields&, const FormErrors&)
{
    return records_page(turn.site.say(), turn.view);
}

// The path's last part is the area: the router takes each area's own address only.
Html draw_area(const CaseTurn& turn, const FormFields&, const FormErrors&)
{
    const auto path = turn.request.route;
    return record_area_page(turn.site.say(), turn.view,
                            fmt::format("records/{}", path.substr(path.rfind('/') + 1)));
}

Html draw_meeting(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    const FormWriter form{turn.site.say(), typed, errors};
    constexpr auto type = record::FieldsOf<record::ReviewMeetingHeld>::type;
    return meeting_form_page(form, turn.view, turn.frame(fmt::format("records/{}", type), type));
}

FormFields start_meeting(const CaseTurn& turn)
{
    return meeting_as_known(turn.view);
}

CaseTyped parse_held(const CaseTurn& turn, const FormFields& typed)
{
    return parse_meeting(typed, turn.zone(), turn.view);
}

}  // namespace safelead::web::case_page
