#include "web/answers/sharing_forms.h"

#include "app/shared_in_case.h"
#include "record/sharing_log.h"
#include "web/pages/sharing_page.h"

namespace safelead::web::case_page {

Html draw_sharing(const CaseTurn& turn, const FormFields&, const FormErrors&)
{
    const auto& say = turn.site.say();
    const auto sent =
        app::referrals_sent_from(turn.site.app(), turn.visitor.actor, turn.view.state.reference);
    const auto lines = record::sharing_log(turn.view.state, sent ? *sent : std::vector<record::Referral>{});
    return record_area_page(say, turn.view, "records/sharing", shared_by_the_record(say, turn.view, lines));
}

FormFields start_basis(const CaseTurn& turn)
{
    FormFields fields;
    if (const auto entry = turn.request.query.text("entry"); !entry.empty())
        fields.add("entry", std::string{entry});
    return fields;
}

}  // namespace safelead::web::case_page
