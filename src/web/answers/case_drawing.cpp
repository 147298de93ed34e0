#include "app/children.h"
#include "app/proof.h"
#include "app/report_concern.h"
#include "app/ringing.h"
#include "record/case_commands.h"
#include "record/child.h"
#include "web/answers/case_forms.h"
#include "web/answers/referral_answers.h"
#include "web/answers/typing.h"
#include "web/pages/actions_page.h"
#include "web/pages/advice_page.h"
#include "web/pages/agencies_page.h"
#include "web/pages/chronology_page.h"
#include "web/pages/decision_page.h"
#include "web/pages/overview_page.h"
#include "web/pages/people_page.h"
#include "web/pages/questions_page.h"
#include "web/pages/rings.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web::case_page {

namespace {

std::vector<Ring> rings_for(const CaseTurn& turn)
{
    const auto ringing = app::ringing(turn.site.app(), turn.visitor.actor);
    return rings_of(ringing.outside, ringing.at);
}

const record::CasePerson* person_in(const CaseTurn& turn)
{
    const record::CaseRef ref{std::string{turn.request.path_value("person")}};
    const auto found = std::ranges::find(turn.view.state.people, ref, &record::CasePerson::ref);
    return found == turn.view.state.people.end() ? nullptr : &*found;
}

/// Whom to offer: the children who were reported, then those on the list whose names were searched for;
/// without those in the case already.
std::vector<Listed> children_to_add(const CaseTurn& turn, std::string_view searched)
{
    std::vector<Listed> offered;
    const auto offer = [&](const record::ChildId& child, const std::string& name, const std::string& detail) {
        const auto& people = turn.view.state.people;
        const bool is_there =
            std::ranges::any_of(people, [&](const auto& one) { return one.child == child; }) ||
            std::ranges::find(offered, child.text(), &Listed::id) != offered.end();
        if (!is_there) offered.push_back({std::string{child.text()}, name, detail});
    };
    for (const auto& concern : turn.view.concerns)
        for (const auto& child : concern.reported.children)
            if (const auto found = turn.view.children.find(child.text()); found != turn.view.children.end())
                offer(child, record::name_of(found->second), turn.site.say().plain("Reported"_p));
    if (const auto found = app::find_children(turn.site.app(), turn.visitor.actor, searched))
        for (const auto& child : *found) offer(child.child, child.name, child.year_group);
    return offered;
}

Html nobody(const CaseTurn& turn)
{
    const auto& say = turn.site.say();
    Html out;
    out << case_header(say, turn.view, CasePlace::people, say("Nobody by that letter"_p))
        << "<p class=\"govuk-body\">"
        << say("They are not in the case any more. What was recorded of them is in the chronology."_p)
        << "</p>";
    return out;
}

enum class Which { first, second };

/// Draws a page with two forms: one came back as it was sent, the other is as it was left.
template <class Draw>
Html draw_two(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors, Which which,
              std::string_view other_draft, const Draw& draw)
{
    const auto other = typing_of(turn.site, turn.visitor, other_draft, turn.view.state.reference).fields;
    const FormErrors none;
    const FormWriter sent{turn.site.say(), typed, errors};
    const FormWriter left{turn.site.say(), other, none};
    return which == Which::first ? draw(sent, left) : draw(left, sent);
}

Html draw_agencies(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors, Which which)
{
    auto back = turn.frame("given-back", "given-back", "form-back");
    back.page = turn.view.address("referrals");
    const ReferralsPage page{turn.frame("referrals", "referral"), std::move(back), rings_for(turn),
                             referrals_in_case(turn.site, turn.visitor, turn.view.state.reference)};
    return draw_two(turn, typed, errors, which, which == Which::first ? "given-back" : "referral",
                    [&](const FormWriter& made, const FormWriter& given_back) {
                        return referrals_page(made, given_back, turn.view, page);
                    });
}

Html draw_note_or_closing(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors,
                          Which which)
{
    auto closing_frame = turn.frame(turn.view.is_open() ? "close" : "reopen", "closing", "form-closing");
    closing_frame.page = turn.view.address("notes");
    const NotesPage page{turn.frame("notes", "note"), std::move(closing_frame)};
    return draw_two(turn, typed, errors, which, which == Which::first ? "closing" : "note",
                    [&](const FormWriter& note, const FormWriter& closing) {
                        return notes_page(note, closing, turn.view, page);
                    });
}

}  // namespace

Html draw_overview(const CaseTurn& turn, const FormFields&, const FormErrors&)
{
    return overview_page(turn.site.say(), turn.view);
}

Html draw_people(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    const FormWriter form{turn.site.say(), typed, errors};
    const auto searched = typed.text("child-search");
    const PeoplePage page{.add = turn.frame("people", "people"),
                          .found = children_to_add(turn, searched),
                          .searched = !searched.empty()};
    return people_page(form, turn.view, page);
}

Html draw_person(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    const auto* person = person_in(turn);
    if (person == nullptr) return nobody(turn);
    const FormWriter form{turn.site.say(), typed, errors};
    const auto page = fmt::format("people/{}", person->ref.text());
    auto take_out = turn.frame(page + "/take-out", "", "form-take-out");
    take_out.page = turn.view.address(page);
    return person_page(
        form, turn.view,
        {*person, turn.frame(page, fmt::format("person-{}", person->ref.text())), std::move(take_out)});
}

Html draw_questions(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    const FormWriter form{turn.site.say(), typed, errors};
    return questions_page(form, turn.view, turn.frame("questions", "questions"));
}

Html draw_advice(const CaseTurn& turn, const FormFields&, const FormErrors&)
{
    return advice_page(turn.site.say(), turn.view);
}

Html draw_decision(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    const FormWriter form{turn.site.say(), typed, errors};
    DecisionPage page{.frame = turn.frame("decision", "decision"), .needs_second = {}, .not_referring = {}};
    for (const auto& route : turn.view.in_force.routes()) {
        const std::string code{route.code.text()};
        const auto second = record::second_person_for(turn.view.state, turn.view.in_force, code);
        if (second != record::SecondPerson::not_needed) page.needs_second.push_back(code);
        if (!turn.view.in_force.is_referring(code)) page.not_referring.push_back(code);
    }
    return decision_page(form, turn.view, page);
}

Html draw_sign_off(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    const FormWriter form{turn.site.say(), typed, errors};
    const auto* decision = turn.view.state.decision();
    return sign_off_page(form, turn.view,
                         {.frame = turn.frame("sign-off", "sign-off"),
                          .own_decision = decision != nullptr && decision->made.by == turn.by(),
                          .may_sign = turn.view.may.contains(access::Action::sign_off),
                          .may_record_call = turn.view.may.contains(access::Action::decide_route)});
}

Html draw_consultations(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    const FormWriter form{turn.site.say(), typed, errors};
    return consultations_page(form, turn.view, turn.frame("consultations", "consultation"), rings_for(turn));
}

Html draw_referrals(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    return draw_agencies(turn, typed, errors, Which::first);
}

Html draw_given_back(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    return draw_agencies(turn, typed, errors, Which::second);
}

Html draw_actions(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    const FormWriter form{turn.site.say(), typed, errors};
    ActionsPage page{.returned = std::string{typed.text("task")}, .commands = {}};
    for (std::size_t i = 0; i < turn.view.state.tasks.size(); ++i)
        page.commands.push_back(turn.site.new_command());
    return actions_page(form, turn.view, page);
}

Html draw_chronology(const CaseTurn& turn, const FormFields&, const FormErrors&)
{
    ChronologyAsked asked{.show = std::string{turn.request.query.text("show")}, .proof = {}};
    if (const auto proof = app::newest_checkpoint(turn.site.app(), turn.visitor.actor.organisation))
        asked.proof = turn.site.say().plain(
            "the record up to entry {0} has the root {1}. “safelead record prove” gives the proof of one entry."_p,
            {fmt::format("{}", proof->entries), proof->root});
    return chronology_page(turn.site.say(), turn.view, asked);
}

Html draw_notes(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    return draw_note_or_closing(turn, typed, errors, Which::first);
}

Html draw_closing(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    return draw_note_or_closing(turn, typed, errors, Which::second);
}

FormFields start_person(const CaseTurn& turn)
{
    const auto* person = person_in(turn);
    return person == nullptr ? FormFields{} : described_as_typed(turn.view, *person);
}

FormFields start_questions(const CaseTurn& turn)
{
    return answers_as_typed(turn.view);
}

}  // namespace safelead::web::case_page
