#include "web/pages/chronology_page.h"

#include "record/chronology.h"
#include "web/html/components.h"
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

private:
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

}  // namespace

Html chronology_page(const Speaker& say, const CaseView& view)
{
    const Teller tell{say, view};
    std::vector<const record::Concern*> concerns;
    for (const auto& concern : view.concerns) concerns.push_back(&concern);
    Html out;
    out << case_header(say, view, CasePlace::chronology, say("Chronology"_p)) << "<p class=\"govuk-body\">"
        << say("In the order in which things happened, as far as that is known; each line also says when it "
               "was "
               "entered. Nothing here is ever changed or taken away."_p)
        << "</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(view.address("readers"))
        << "\">" << say("Who has read this case"_p)
        << "</a></p><ol class=\"govuk-list safelead-chronology\">";
    for (const auto& line : record::chronology(view.state, concerns)) {
        out << "<li><div class=\"safelead-chronology-when\">";
        if (line.when) {
            const auto happened = view.when(*line.when);
            if (!happened.empty())
                out << "<strong>" << text(happened) << "</strong><br>" << say("Entered"_p) << " ";
        }
        out << "<time datetime=\"" << text(to_text(line.entered_at)) << "\">"
            << text(view.when(line.entered_at)) << "</time>";
        if (line.entered == record::Entered::later)
            out << "<br>" << Tag{.content = say("Entered later"_p), .classes = "govuk-tag--grey"};
        out << "</div><div class=\"safelead-chronology-what\">" << told(tell, line)
            << "<br><span class=\"govuk-hint\">" << text(line.by ? view.staff_name(*line.by) : "Safelead")
            << "</span></div></li>";
    }
    return out << "</ol>";
}

}  // namespace safelead::web
