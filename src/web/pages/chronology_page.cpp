#include "web/pages/chronology_page.h"

#include "base/overloaded.h"
#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace safelead::web {

namespace {

struct Line {
    Html what;
    std::string by;
    std::string happened = {};                ///< As it was told; empty if it happened when it was entered.
    std::optional<Instant> happened_at = std::nullopt;  ///< For its place in the order.
};

/// Tells one event in words.
class Teller {
public:
    Teller(const Speaker& say, const CaseView& view) : say_{say}, view_{view} {}

    Line operator()(const record::CaseOpened& e) const
    {
        return {say_("Case opened, under {0}"_p, {e.edition}), by(e.by)};
    }
    Line operator()(const record::ConcernJoined& e) const
    {
        return {say_("A further concern joined"_p), by(e.by)};
    }
    Line operator()(const record::PersonAdded& e) const
    {
        return {say_("{0} added: {1}"_p, {e.ref.text(), name(e.ref, e.called)}), by(e.by)};
    }
    Line operator()(const record::PersonDescribed& e) const
    {
        std::string roles;
        for (const auto& role : e.roles) {
            const auto* term = view_.in_force.find_term(fmt::format("role.{}", role));
            roles += fmt::format("{}{}", roles.empty() ? "" : ", ", term == nullptr ? role : term->words);
        }
        Line line{say_("{0} described: {1}. Age now {2}, then {3} ({4})"_p,
                       {e.ref.text(), roles, age(e.age), age(e.age_at_event), e.age_basis}),
                  by(e.by)};
        if (e.acted_on) line.happened = directory::long_date(*e.acted_on);
        return line;
    }
    Line operator()(const record::PersonTakenOut& e) const
    {
        return {say_("{0} taken out: {1}"_p, {e.ref.text(), e.why}), by(e.by)};
    }
    Line operator()(const record::FactsAnswered& e) const
    {
        Html what;
        what << say_("Questions answered"_p) << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const auto& answer : e.answers)
            what << "<li>" << text(fact_words(view_.in_force, answer.fact)) << " <strong>"
                 << text(value_words(view_.in_force, answer.fact, answer.value)) << "</strong></li>";
        what << "</ul>";
        if (!e.told_by.empty()) what << say_("Told by: {0}"_p, {e.told_by});
        return {what, by(e.by)};
    }
    Line operator()(const record::AdviceGiven& e) const
    {
        const bool in_force = e.under == record::AdviceUnder::in_force;
        const auto& pack = in_force ? view_.in_force : view_.newest;
        return {say_(in_force ? "Advice given: {0} ({1})"_p : "Advice under the newest edition: {0} ({1})"_p,
                     {pack.term(e.advice.route), e.advice.edition.text()}),
                "Safelead"};
    }
    Line operator()(const record::Consulted& e) const
    {
        return dated({say_("Consulted {0}: {1}"_p, {e.with, e.advised}), by(e.by)}, e.when);
    }
    Line operator()(const record::DecisionMade& e) const
    {
        return {say_("Decision {0}: {1}. {2}"_p,
                     {fmt::format("{}", e.number), view_.in_force.term(e.route), e.reason}),
                by(e.by)};
    }
    Line operator()(const record::DecisionSignedOff& e) const
    {
        if (!e.called) return {say_("Decision {0} signed off"_p, {fmt::format("{}", e.number)}), by(e.by)};
        return dated({say_("Decision {0} signed off by {1}, {2}, in a call: {3}"_p,
                           {fmt::format("{}", e.number), e.called->name, e.called->position, e.called->said}),
                      by(e.by)},
                     e.called->when);
    }
    Line operator()(const record::SignOffRefused& e) const
    {
        return {say_("Sign-off of decision {0} refused: {1}"_p, {fmt::format("{}", e.number), e.reason}),
                by(e.by)};
    }
    Line operator()(const record::ReferralMade& e) const
    {
        return dated({say_("Referred to {0}, {1}: {2}"_p, {e.to, e.how, e.said}), by(e.by)}, e.when);
    }
    Line operator()(const record::GivenBack& e) const
    {
        return dated({say_("Given back by {0}: {1}"_p, {e.agency, e.why}), by(e.by)}, e.when);
    }
    Line operator()(const record::TaskSet& e) const
    {
        return {say_("To do by {0}: {1}"_p, {view_.when(e.due), e.words}), "Safelead"};
    }
    Line operator()(const record::TaskDone& e) const
    {
        return {say_("Done: {0} {1}"_p, {task(e.task), e.note}), by(e.by)};
    }
    Line operator()(const record::TaskDropped& e) const
    {
        return {say_("Not done: {0} Why: {1}"_p, {task(e.task), e.why}), by(e.by)};
    }
    Line operator()(const record::NoteAdded& e) const
    {
        return dated({say_("Note: {0}"_p, {e.words}), by(e.by)}, e.when);
    }
    Line operator()(const record::CaseClosed& e) const
    {
        return {say_("Case closed as “{0}”: {1}"_p, {view_.in_force.term(e.route), e.reason}), by(e.by)};
    }
    Line operator()(const record::CaseReopened& e) const
    {
        return {say_("Case reopened: {0}"_p, {e.reason}), by(e.by)};
    }

private:
    [[nodiscard]] std::string by(const PersonId& person) const { return view_.staff_name(person); }
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
    [[nodiscard]] Line dated(Line line, const record::EventTime& when) const
    {
        line.happened = view_.when(when);
        if (when.instant)
            line.happened_at = when.instant;
        else if (when.day)
            line.happened_at = view_.zone.instant({*when.day, std::chrono::minutes{0}});
        return line;
    }

    const Speaker& say_;
    const CaseView& view_;
};

struct Placed {
    Instant order;
    Instant entered;
    Line line;
};

}  // namespace

Html chronology_page(const Speaker& say, const CaseView& view)
{
    const Teller tell{say, view};
    std::vector<Placed> lines;
    for (const auto& concern : view.concerns)
        lines.push_back(
            {concern.reported_at,
             concern.reported_at,
             {say("Concern {0} reported: {1}"_p, {concern.reference, concern.words}), concern.reported_by}});
    for (const auto& happened : view.state.history) {
        auto line = std::visit(tell, *happened.event);
        const auto order = line.happened_at.value_or(happened.at);
        lines.push_back({order, happened.at, std::move(line)});
    }
    std::ranges::stable_sort(lines, {}, &Placed::order);
    Html out;
    out << case_header(say, view, CasePlace::chronology, say("Chronology"_p)) << "<p class=\"govuk-body\">"
        << say("In the order in which things happened, as far as that is known; each line also says when it "
               "was "
               "entered. Nothing here is ever changed or taken away."_p)
        << "</p><ol class=\"govuk-list sl-chronology\">";
    for (const auto& placed : lines) {
        out << "<li><div class=\"sl-chronology-when\">";
        if (!placed.line.happened.empty())
            out << "<strong>" << text(placed.line.happened) << "</strong><br>" << say("Entered"_p) << " ";
        out << "<time datetime=\"" << text(to_text(placed.entered)) << "\">"
            << text(view.when(placed.entered)) << "</time></div><div class=\"sl-chronology-what\">"
            << placed.line.what << "<br><span class=\"govuk-hint\">" << text(placed.line.by)
            << "</span></div></li>";
    }
    return out << "</ol>";
}

}  // namespace safelead::web
