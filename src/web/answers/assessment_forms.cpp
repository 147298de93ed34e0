#include "web/answers/assessment_forms.h"

#include "web/pages/assessment_page.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web::case_page {

namespace {

const record::CasePerson* child_asked(const CaseTurn& turn)
{
    const record::CaseRef ref{std::string{turn.request.path_value("person")}};
    const auto found = std::ranges::find(turn.view.state.people, ref, &record::CasePerson::ref);
    return found == turn.view.state.people.end() ? nullptr : &*found;
}

}  // namespace

Html draw_assessment(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    const FormWriter form{turn.site.say(), typed, errors};
    return assessment_page(form, turn.view, turn.frame("assessment", "assessment"));
}

FormFields start_assessment(const CaseTurn& turn)
{
    return assessment_as_known(turn.view);
}

CaseTyped parse_assessed(const CaseTurn& turn, const FormFields& typed)
{
    return parse_assessment(typed, turn.zone(), turn.view);
}

Html draw_needs(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    const auto* person = child_asked(turn);
    if (person == nullptr) {
        Html out;
        return out << case_header(turn.site.say(), turn.view, CasePlace::questions,
                                  turn.site.say()("Nobody by that letter"_p));
    }
    const FormWriter form{turn.site.say(), typed, errors};
    const auto ref = person->ref.text();
    return needs_page(form, turn.view, *person,
                      turn.frame(fmt::format("assessment/{}", ref), fmt::format("needs-{}", ref)));
}

FormFields start_needs(const CaseTurn& turn)
{
    const auto* person = child_asked(turn);
    return person == nullptr ? FormFields{} : needs_as_known(turn.view, *person);
}

CaseTyped parse_needed(const CaseTurn& turn, const FormFields& typed)
{
    const auto* person = child_asked(turn);
    if (person != nullptr) return parse_needs(typed, turn.zone(), turn.view, *person);
    return fail(FormErrors{{"form", "They are no longer in the case. Look again"_p}});
}

}  // namespace safelead::web::case_page
