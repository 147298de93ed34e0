#include "record/what_is_open.h"
#include "web/answers/case_forms.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web::case_page {

namespace {

record::CaseRef person_asked(const CaseTurn& turn)
{
    return record::CaseRef{std::string{turn.request.path_value("person")}};
}

}  // namespace

CaseTyped parse_person(const CaseTurn& turn, const FormFields& typed)
{
    return as_command(parse_describe_person(typed, turn.zone(), turn.by(), person_asked(turn)));
}

CaseTyped parse_taking_out(const CaseTurn& turn, const FormFields& typed)
{
    return as_command(parse_take_out(typed, turn.zone(), turn.by(), person_asked(turn)));
}

CaseTyped parse_questions(const CaseTurn& turn, const FormFields& typed)
{
    FormFields all = typed;
    if (typed.text("rest") == "no") {
        if (typed.text("told-by").empty()) return fail(FormErrors{{"told-by", "Say whom you asked"_p}});
        for (const auto& fact : record::askable_at_once(turn.view.state, turn.view.in_force)) {
            const auto field = fmt::format("fact-{}", fact);
            if (!typed.find(field)) all.add(field, "no");
        }
    }
    return as_command(parse_answers(all, turn.zone(), turn.by(), turn.view.state));
}

CaseTyped parse_decided(const CaseTurn& turn, const FormFields& typed)
{
    return as_command(parse_decision(typed, turn.zone(), turn.by()));
}

CaseTyped parse_signing_off(const CaseTurn& turn, const FormFields& typed)
{
    const auto* decision = turn.view.state.decision();
    return parse_sign_off(typed, turn.zone(), turn.by(), decision == nullptr ? 0 : decision->made.number);
}

CaseTyped parse_consulted(const CaseTurn& turn, const FormFields& typed)
{
    return as_command(parse_consultation(typed, turn.zone(), turn.by()));
}

CaseTyped parse_referred(const CaseTurn& turn, const FormFields& typed)
{
    return as_command(parse_referral(typed, turn.zone(), turn.by()));
}

CaseTyped parse_back(const CaseTurn& turn, const FormFields& typed)
{
    return as_command(parse_given_back(typed, turn.zone(), turn.by()));
}

CaseTyped parse_action(const CaseTurn& turn, const FormFields& typed)
{
    return parse_task(typed, turn.zone(), turn.by());
}

CaseTyped parse_noted(const CaseTurn& turn, const FormFields& typed)
{
    return as_command(parse_note(typed, turn.zone(), turn.by()));
}

CaseTyped parse_closing(const CaseTurn& turn, const FormFields& typed)
{
    auto reason = parse_reason(typed, turn.zone());
    if (!reason) return fail(std::move(reason).error());
    if (turn.view.is_open())
        return Typed<record::CaseCommand>{reason->command, record::CloseCase{turn.by(), reason->asked}};
    return Typed<record::CaseCommand>{reason->command, record::ReopenCase{turn.by(), reason->asked}};
}

}  // namespace safelead::web::case_page
