#include "web/pages/chronology_page.h"

#include "record/chronology.h"
#include "record/kept_in.h"
#include "web/forms/asked_again.h"
#include "web/forms/asked_evidence.h"
#include "web/forms/asked_family.h"
#include "web/forms/asked_impact.h"
#include "web/forms/asked_police.h"
#include "web/forms/asked_reading.h"
#include "web/forms/asked_sharing.h"
#include "web/forms/asked_work.h"
#include "web/html/components.h"
#include "web/pages/assessment_page.h"
#include "web/pages/kept_fields.h"
#include "web/pages/meeting_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <variant>

namespace safelead::web {

namespace {

/// Tells what happened, one event at a time, in words.
class Teller {
public:
    Teller(const Speaker& say, const CaseView& view) : say_{say}, view_{view} {}

    Html operator()(const record::CaseOpened& e) const
    {
        return say_("Case opened, under {0}"_p, {e.edition});
    }
    Html operator()(const record::ConcernJoined&) const { return say_("A further concern joined"_p); }
    Html operator()(const record::PersonAdded& e) const
    {
        return say_("{0} added: {1}"_p, {e.ref.text(), name(e.ref, e.called)});
    }
    Html operator()(const record::PersonDescribed& e) const
    {
        std::string roles;
        for (const auto& role : e.roles)
            roles += fmt::format("{}{}", roles.empty() ? "" : ", ", worded(view_.in_force, "role", role));
        return say_("{0} described: {1}. Age now {2}, then {3}: {4}"_p,
                    {e.ref.text(), roles, age(e.age), age(e.age_at_event),
                     worded(view_.in_force, "age_basis", e.age_basis)});
    }
    Html operator()(const record::PersonTakenOut& e) const
    {
        return say_("{0} taken out: {1}"_p, {e.ref.text(), e.why});
    }
    Html operator()(const record::FactsAnswered& e) const
    {
        Html out;
        out << say_("Questions answered"_p) << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const auto& answer : e.answers)
            out << "<li>" << text(fact_words(view_.in_force, answer.fact)) << " <strong>"
                << text(value_words(view_.in_force, answer.fact, answer.value)) << "</strong></li>";
        out << "</ul>";
        if (!e.told_by.empty()) out << say_("Told by: {0}"_p, {e.told_by});
        return out;
    }
    Html operator()(const record::AdviceGiven& e) const
    {
        const bool in_force = e.under == record::AdviceUnder::in_force;
        const auto& pack = in_force ? view_.in_force : view_.newest;
        return say_(in_force ? "Advice given: {0} ({1})"_p : "Advice under the newest edition: {0} ({1})"_p,
                    {pack.term(e.advice.route), e.advice.edition.text()});
    }
    Html operator()(const record::Consulted& e) const
    {
        return say_("Consulted {0}: {1}"_p, {e.with, e.advised});
    }
    Html operator()(const record::DecisionMade& e) const
    {
        return say_("Decision {0}: {1}. {2}"_p,
                    {fmt::format("{}", e.number), view_.in_force.term(e.route), e.reason});
    }
    Html operator()(const record::DecisionSignedOff& e) const
    {
        const auto number = fmt::format("{}", e.number);
        if (!e.called) return say_("Decision {0} signed off"_p, {number});
        return say_("Decision {0} signed off by {1}, {2}, in a call: {3}"_p,
                    {number, e.called->name, e.called->position, e.called->said});
    }
    Html operator()(const record::SignOffRefused& e) const
    {
        return say_("Sign-off of decision {0} refused: {1}"_p, {fmt::format("{}", e.number), e.reason});
    }
    Html operator()(const record::ReferralMade& e) const
    {
        return say_("Referred to {0}, {1}: {2}"_p, {e.to, e.how, e.said});
    }
    Html operator()(const record::GivenBack& e) const
    {
        return say_("Given back by {0}: {1}"_p, {e.agency, e.why});
    }
    Html operator()(const record::TaskSet& e) const
    {
        return say_("To do by {0}: {1}"_p, {view_.when(e.due), e.words});
    }
    Html operator()(const record::TaskDone& e) const
    {
        return say_("Done: {0} {1}"_p, {task(e.task), e.note});
    }
    Html operator()(const record::TaskDropped& e) const
    {
        return say_("Not done: {0} Why: {1}"_p, {task(e.task), e.why});
    }
    Html operator()(const record::NoteAdded& e) const { return say_("Note: {0}"_p, {e.words}); }
    Html operator()(const record::CaseClosed& e) const
    {
        return say_("Case closed as “{0}”: {1}"_p, {view_.in_force.term(e.route), e.reason});
    }
    Html operator()(const record::CaseReopened& e) const { return say_("Case reopened: {0}"_p, {e.reason}); }
    Html operator()(const record::TaskPassedUp& e) const
    {
        return say_("Overdue, passed up to {0}: {1}"_p, {view_.staff_name(e.to), task(e.task)});
    }
    Html operator()(const record::OpeningEnded&) const
    {
        return say_("What was opened because it could not wait is closed again"_p);
    }
    Html operator()(const record::ReferralLinkOpened& e) const
    {
        return say_("The link to referral {0} was opened with its code. It was made for: {1}"_p,
                    {e.referral, e.whom});
    }
    Html operator()(const record::ReviewMeetingHeld& e) const
    {
        return kept(say_("Initial review meeting held"_p), meeting_fields(say_, view_, e));
    }
    Html operator()(const record::AssessmentAnswered& e) const
    {
        return kept(say_("Fuller assessment answered"_p), assessment_fields(say_, e));
    }
    Html operator()(const record::NeedsAnswered& e) const
    {
        return kept(say_("What {0} needs"_p, {view_.called(e.about)}), needs_fields(say_, e));
    }
    Html operator()(const record::KeptRecord auto& e) const
    {
        using Record = std::remove_cvref_t<decltype(e)>;
        return kept(say_(AskedOf<Record>::entry), shown_fields(say_, view_, e));
    }

    Html operator()(const record::ConcernReported& e) const
    {
        return say_("Concern {0} reported: {1}"_p, {e.reference.text(), e.words});
    }
    Html operator()(const record::ConcernRead&) const { return say_("Concern read"_p); }
    Html operator()(const record::ConcernEscalated& e) const
    {
        return say_("Not read in time: passed up to {0}"_p, {view_.staff_name(e.to)});
    }
    Html operator()(const record::ConcernTakenIntoCase&) const
    {
        return say_("Concern taken into this case"_p);
    }
    Html operator()(const record::ConcernKeptWithoutCase& e) const
    {
        return say_("Concern kept without a case: {0}"_p, {e.reason});
    }
    Html operator()(const record::StillWorried& e) const
    {
        return say_("The reporter is still worried: {0}"_p, {e.words});
    }
    Html operator()(const record::ConcernSentBySystem& e) const
    {
        return say_("It was sent by way of {0}, a system of the school"_p, {e.system});
    }

private:
    [[nodiscard]] Html kept(const Html& title, const std::vector<ShownField>& fields) const
    {
        Html out;
        out << title << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const auto& field : fields)
            out << "<li>" << say_(field.label) << " <strong>" << text(field.value) << "</strong></li>";
        return out << "</ul>";
    }
    [[nodiscard]] std::string age(const std::optional<int>& years) const
    {
        return years ? fmt::format("{}", *years) : say_.plain("not known"_p);
    }
    [[nodiscard]] std::string name(const record::CaseRef& ref, const std::string& called) const
    {
        const auto found = std::ranges::find(view_.state.people, ref, &record::CasePerson::ref);
        return found == view_.state.people.end() ? called : view_.name_of(*found);
    }
    [[nodiscard]] std::string task(const record::TaskId& id) const
    {
        for (const auto& one : view_.state.tasks)
            if (one.set.task == id) return one.set.words;
        return {};
    }

    const Speaker& say_;
    const CaseView& view_;
};

Html told(const Teller& tell, const record::Line& line)
{
    return line.in_case ? std::visit(tell, *line.in_case) : std::visit(tell, *line.in_concern);
}

struct Shown {
    std::string_view word;
    Phrase words;
};

constexpr Shown ways_to_show[] = {{"", "Everything"_p},
                                  {"decisions", "Advice, decisions, referrals"_p},
                                  {"tasks", "Tasks"_p},
                                  {"records", "Meeting, parents, devices, plans"_p},
                                  {"people", "People and questions"_p},
                                  {"later", "Entered on a later day"_p}};

std::string_view group_of(record::LineKind kind)
{
    using enum record::LineKind;
    switch (kind) {
        case advice_given:
        case consulted:
        case decision_made:
        case decision_signed_off:
        case sign_off_refused:
        case referral_made:
        case given_back:
        case case_closed:
        case case_reopened:
        case agency_answered:
        case something_new:
        case police:
            return "decisions";
        case task_set:
        case task_done:
        case task_dropped:
        case own_task:
        case task_given:
        case task_passed_up:
        case case_handed_over:
            return "tasks";
        case meeting:
        case viewing:
        case device:
        case removal:
        case family:
        case conversation:
        case support:
        case corrected:
        case impact:
        case linked_case:
        case reading:
        case sharing:
        case note_added:
            return "records";
        case person_added:
        case person_described:
        case person_taken_out:
        case facts_answered:
        case assessment:
            return "people";
        default:
            return "";
    }
}

bool is_wanted(const record::Line& line, std::string_view show)
{
    if (show.empty()) return true;
    if (show == "later") return line.entered == record::Entered::later;
    return group_of(line.kind) == show;
}

Html filter_form(const Speaker& say, const CaseView& view, std::string_view show)
{
    Select select{.name = "show",
                  .id = "show",
                  .label = {.content = say("Show"_p)},
                  .value = std::string{show},
                  .classes = "govuk-!-width-full"};
    for (const auto& way : ways_to_show)
        select.items.push_back({.value = std::string{way.word}, .content = say.plain(way.words)});
    Html out;
    return out << "<form class=\"no-print\" method=\"get\" action=\"" << text(view.address("chronology"))
               << "\">" << select
               << Button{.content = say("Show these"_p), .classes = "govuk-button--secondary"} << "</form>";
}

Html line_item(const Speaker& say, const CaseView& view, const Teller& tell, const record::Line& line)
{
    Html out;
    out << "<li><div class=\"safelead-chronology-when\">";
    if (line.when) {
        const auto happened = view.when(*line.when);
        if (!happened.empty())
            out << "<strong>" << text(happened) << "</strong><br>" << say("Entered"_p) << " ";
    }
    out << "<time datetime=\"" << text(to_text(line.entered_at)) << "\">" << text(view.when(line.entered_at))
        << "</time><br>" << say("Entry {0}"_p, {fmt::format("{}", line.position)});
    if (line.entered == record::Entered::later)
        out << "<br>" << Tag{.content = say("Entered later"_p), .classes = "govuk-tag--grey"};
    return out << "</div><div class=\"safelead-chronology-what\">" << told(tell, line)
               << "<br><span class=\"govuk-hint\">" << text(line.by ? view.staff_name(*line.by) : "Safelead")
               << "</span>" << corrections_of(say, view, line.position) << "</div></li>";
}

Html chronology_words(const Speaker& say, const CaseView& view)
{
    Html out;
    out << "<p class=\"govuk-body\">"
        << say("In the order in which things happened, as far as that is known; each line also says when it "
               "was "
               "entered. Nothing here is ever changed or taken away."_p)
        << "</p><p class=\"govuk-body no-print\"><a class=\"govuk-link\" href=\""
        << text(view.address("readers")) << "\">" << say("Who has read this case"_p) << "</a>";
    // In a closed case too: a slip is often seen only by whoever reads it later.
    if (view.may.contains(access::Action::change_case))
        out << "<br><a class=\"govuk-link\" href=\"" << text(view.address("records/entry-corrected")) << "\">"
            << say("Correct an entry"_p) << "</a>";
    return out << "</p>";
}

}  // namespace

Html told(const Speaker& say, const CaseView& view, const record::Line& line)
{
    return told(Teller{say, view}, line);
}

Html chronology_page(const Speaker& say, const CaseView& view, const ChronologyAsked& asked)
{
    const Teller tell{say, view};
    std::vector<const record::Concern*> concerns;
    for (const auto& concern : view.concerns) concerns.push_back(&concern);
    Html out;
    out << case_header(say, view, CasePlace::chronology, say("Chronology"_p)) << chronology_words(say, view)
        << filter_form(say, view, asked.show) << "<div class=\"safelead-court\"><div>";
    Html items;
    for (const auto& line : record::chronology(view.state, concerns))
        if (is_wanted(line, asked.show)) items << line_item(say, view, tell, line);
    if (items.is_empty())
        out << "<p class=\"govuk-body\">" << say("Nothing of that sort is in the case."_p) << "</p>";
    else
        out << "<ol class=\"govuk-list safelead-chronology\">" << items << "</ol>";
    if (!asked.show.empty())
        out << "<p class=\"govuk-body\">" << say("This is a part of the chronology, not the whole."_p)
            << "</p>";
    out << "</div><div class=\"safelead-court-foot\">";
    if (!asked.proof.empty())
        out << "<p class=\"govuk-body-s safelead-proof\">" << say("Proof: {0}"_p, {asked.proof}) << "</p>";
    return out << "</div></div>";
}

}  // namespace safelead::web
