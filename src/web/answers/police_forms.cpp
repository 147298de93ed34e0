#include "web/answers/police_forms.h"

#include "app/who_to_ring.h"
#include "web/forms/form_reader.h"
#include "web/forms/outcome_code.h"
#include "web/pages/outcome_help.h"

#include <utility>
#include <vector>

namespace safelead::web::case_page {

namespace {

const std::vector<directory::OutcomeCode>& outcomes_of(const CaseTurn& turn)
{
    return turn.site.app().local().police_outcomes;
}

Date today_of(const CaseTurn& turn)
{
    return turn.zone().local(turn.view.now).wall.date;
}

}  // namespace

Html draw_police_said(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    return draw_kept_and<record::PoliceSaid>(
        turn, typed, errors, outcome_codes(turn.site.say(), outcomes_of(turn), today_of(turn)));
}

CaseTyped parse_police_said(const CaseTurn& turn, const FormFields& typed)
{
    auto parsed = parse_kept<record::PoliceSaid>(turn, typed);
    if (!parsed) return parsed;
    auto whole = std::move(parsed).value();
    auto& said = std::get<record::PoliceSaid>(std::get<record::KeepRecord>(whole.asked).record);
    FormReader read{typed, turn.zone()};
    read.not_after("outcome_on", said.outcome_on, today_of(turn));
    if (!read.errors().empty()) return fail(read.errors());
    if (const auto wrong =
            wrong_outcome(said.outcome, outcomes_of(turn), said.outcome_on.value_or(today_of(turn))))
        return fail(FormErrors{{"outcome", *wrong}});
    return whole;
}

}  // namespace safelead::web::case_page
