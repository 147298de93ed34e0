#include "web/answers/police_forms.h"

#include "app/referrals.h"
#include "web/forms/outcome_code.h"
#include "web/pages/outcome_help.h"

#include <utility>

namespace safelead::web::case_page {

Html draw_police_said(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    using Record = record::PoliceSaid;
    const auto offers = app::step_offers(turn.site.app(), turn.visitor.actor, std::nullopt);
    const FormWriter form{turn.site.say(), typed, errors};
    Html fields = draw_asked<Record>(form, turn.view);
    fields << outcome_codes(turn.site.say(), offers.outcomes, offers.today);
    return draw_kept_form(turn, form,
                          {.frame = {},
                           .type = record::FieldsOf<Record>::type,
                           .page = AskedOf<Record>::page,
                           .title = AskedOf<Record>::title,
                           .button = AskedOf<Record>::button,
                           .fields = std::move(fields)});
}

CaseTyped parse_police_said(const CaseTurn& turn, const FormFields& typed)
{
    auto parsed = parse_kept<record::PoliceSaid>(turn, typed);
    if (!parsed) return parsed;
    auto whole = std::move(parsed).value();
    auto& said = std::get<record::PoliceSaid>(std::get<record::KeepRecord>(whole.asked).record);
    const auto offers = app::step_offers(turn.site.app(), turn.visitor.actor, std::nullopt);
    if (const auto wrong =
            wrong_outcome(said.outcome, offers.outcomes, said.outcome_on.value_or(offers.today)))
        return fail(FormErrors{{"outcome", *wrong}});
    return whole;
}

}  // namespace safelead::web::case_page
