#include "record/chronology.h"

#include "base/overloaded.h"

#include <algorithm>

namespace safelead::record {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::sys_days;

/// What one event tells a line: what kind it is, who did it, when it is said to have been, whom it is about.
struct Told {
    LineKind kind;
    std::optional<PersonId> by;
    std::optional<EventTime> when = std::nullopt;
    std::optional<CaseRef> about = std::nullopt;
};

LineKind kind_of(const ReviewMeetingCalled&)
{
    return LineKind::meeting;
}
LineKind kind_of(const ReviewMeetingHeld&)
{
    return LineKind::meeting;
}
LineKind kind_of(const OwnTaskSet&)
{
    return LineKind::own_task;
}
LineKind kind_of(const TaskGiven&)
{
    return LineKind::task_given;
}
LineKind kind_of(const CaseHandedOver&)
{
    return LineKind::case_handed_over;
}
LineKind kind_of(const ViewingRecorded&)
{
    return LineKind::viewing;
}
LineKind kind_of(const ViewingSigned&)
{
    return LineKind::viewing;
}
LineKind kind_of(const DeviceTaken&)
{
    return LineKind::device;
}
LineKind kind_of(const DeviceMoved&)
{
    return LineKind::device;
}
LineKind kind_of(const RemovalAsked&)
{
    return LineKind::removal;
}
LineKind kind_of(const DeletionAsked&)
{
    return LineKind::removal;
}
LineKind kind_of(const DeletionAnswered&)
{
    return LineKind::removal;
}
LineKind kind_of(const FamilyTold&)
{
    return LineKind::family;
}
LineKind kind_of(const FamilyNotTold&)
{
    return LineKind::family;
}
LineKind kind_of(const ConversationHeld&)
{
    return LineKind::conversation;
}
LineKind kind_of(const SupportPlanMade&)
{
    return LineKind::support;
}
LineKind kind_of(const SupportPlanReviewed&)
{
    return LineKind::support;
}
LineKind kind_of(const EntryCorrected&)
{
    return LineKind::corrected;
}
LineKind kind_of(const AssessmentAnswered&)
{
    return LineKind::assessment;
}
LineKind kind_of(const NeedsAnswered&)
{
    return LineKind::support;
}
LineKind kind_of(const AgencyAnswered&)
{
    return LineKind::agency_answered;
}
LineKind kind_of(const SomethingNew&)
{
    return LineKind::something_new;
}
LineKind kind_of(const ImpactNoted&)
{
    return LineKind::impact;
}
LineKind kind_of(const CasesLinked&)
{
    return LineKind::linked_case;
}
LineKind kind_of(const CasesUnlinked&)
{
    return LineKind::linked_case;
}
LineKind kind_of(const PersonKeptOut&)
{
    return LineKind::reading;
}
LineKind kind_of(const PersonLetBackIn&)
{
    return LineKind::reading;
}
LineKind kind_of(const CaseLocked&)
{
    return LineKind::reading;
}
LineKind kind_of(const ReaderNamed&)
{
    return LineKind::reading;
}
LineKind kind_of(const CaseUnlocked&)
{
    return LineKind::reading;
}
LineKind kind_of(const OpenedByForce&)
{
    return LineKind::reading;
}
LineKind kind_of(const ReferralLinkMade&)
{
    return LineKind::sharing;
}
LineKind kind_of(const ReferralLinkRevoked&)
{
    return LineKind::sharing;
}
LineKind kind_of(const InformationShared&)
{
    return LineKind::sharing;
}
LineKind kind_of(const PoliceSaid&)
{
    return LineKind::police;
}
LineKind kind_of(const BasisGiven&)
{
    return LineKind::sharing;
}
LineKind kind_of(const AdviceWithoutNames&)
{
    return LineKind::consulted;
}
LineKind kind_of(const StrategyMeetingHeld&)
{
    return LineKind::meeting;
}
LineKind kind_of(const ActionAgreed&)
{
    return LineKind::meeting;
}
LineKind kind_of(const ActionAnswered&)
{
    return LineKind::meeting;
}

Told told(const CaseEvent& event)
{
    return std::visit(
        Overloaded{
            [](const CaseOpened& e) { return Told{LineKind::case_opened, e.by}; },
            [](const ConcernJoined& e) { return Told{LineKind::concern_joined, e.by}; },
            [](const PersonAdded& e) { return Told{LineKind::person_added, e.by, {}, e.ref}; },
            [](const PersonDescribed& e) { return Told{LineKind::person_described, e.by, {}, e.ref}; },
            [](const PersonTakenOut& e) { return Told{LineKind::person_taken_out, e.by, {}, e.ref}; },
            [](const FactsAnswered& e) { return Told{LineKind::facts_answered, e.by}; },
            [](const AdviceGiven&) { return Told{LineKind::advice_given, {}}; },
            [](const Consulted& e) { return Told{LineKind::consulted, e.by, e.when}; },
            [](const DecisionMade& e) { return Told{LineKind::decision_made, e.by}; },
            [](const DecisionSignedOff& e) {
                if (!e.called) return Told{LineKind::decision_signed_off, e.by};
                return Told{LineKind::decision_signed_off, e.by, e.called->when};
            },
            [](const SignOffRefused& e) { return Told{LineKind::sign_off_refused, e.by}; },
            [](const ReferralMade& e) { return Told{LineKind::referral_made, e.by, e.when}; },
            [](const GivenBack& e) { return Told{LineKind::given_back, e.by, e.when}; },
            [](const TaskSet&) { return Told{LineKind::task_set, {}}; },
            [](const TaskDone& e) { return Told{LineKind::task_done, e.by}; },
            [](const TaskDropped& e) { return Told{LineKind::task_dropped, e.by}; },
            [](const NoteAdded& e) { return Told{LineKind::note_added, e.by, e.when}; },
            [](const CaseClosed& e) { return Told{LineKind::case_closed, e.by}; },
            [](const CaseReopened& e) { return Told{LineKind::case_reopened, e.by}; },
            [](const TaskPassedUp&) { return Told{LineKind::task_passed_up, {}}; },
            [](const OpeningEnded&) { return Told{LineKind::reading, {}}; },
            [](const ReferralLinkOpened&) { return Told{LineKind::sharing, {}}; },
            [](const KeptRecord auto& e) { return Told{kind_of(e), e.by, time_of(e), person_of(e)}; },
        },
        event);
}

Told told(const ConcernEvent& event)
{
    return std::visit(
        Overloaded{
            [](const ConcernReported& e) { return Told{LineKind::concern_reported, e.by, e.when}; },
            [](const ConcernRead& e) { return Told{LineKind::concern_read, e.by}; },
            [](const ConcernEscalated&) { return Told{LineKind::concern_escalated, {}}; },
            [](const ConcernTakenIntoCase& e) { return Told{LineKind::concern_taken_into_case, e.by}; },
            [](const ConcernKeptWithoutCase& e) { return Told{LineKind::concern_kept_without_case, e.by}; },
            [](const StillWorried& e) { return Told{LineKind::still_worried, e.by}; },
            [](const ConcernSentBySystem& e) { return Told{LineKind::concern_reported, e.by}; },
        },
        event);
}

// A day without a minute stands at its beginning, but what is told of today stands where it was entered.
Instant happened_at(const std::optional<EventTime>& when, Instant entered_at)
{
    if (!when) return entered_at;
    if (when->instant) return *when->instant;
    if (!when->day || sys_days{*when->day} == floor<days>(entered_at)) return entered_at;
    return sys_days{*when->day};
}

template <class Event>
Line line_of(const Happened<Event>& happened)
{
    Told tale = told(*happened.event);
    const Instant at = happened_at(tale.when, happened.at);
    const auto entered = floor<days>(at) < floor<days>(happened.at) ? Entered::later : Entered::at_the_time;
    return Line{happened.position,  happened.at, std::move(tale.when),  at,      entered,
                std::move(tale.by), tale.kind,   std::move(tale.about), nullptr, nullptr};
}

bool is_grown_up(const PersonDescribed& described)
{
    constexpr int grown_up = 18;
    return described.setting == to_text(guidance::Setting::staff) || described.age.value_or(0) >= grown_up ||
           (!described.age && described.age_at_event.value_or(0) >= grown_up);
}

/// Everybody who ever was in the case, as they last were described.
std::vector<CasePerson> everybody(const Case& of)
{
    std::vector<CasePerson> people;
    for (const auto& happened : of.history) {
        if (const auto* added = std::get_if<PersonAdded>(happened.event.get())) {
            people.push_back(CasePerson{added->ref, added->child, added->called, std::nullopt});
        }
        if (const auto* described = std::get_if<PersonDescribed>(happened.event.get())) {
            const auto found = std::ranges::find(people, described->ref, &CasePerson::ref);
            if (found != people.end()) found->described = *described;
        }
    }
    return people;
}

}  // namespace

std::vector<Line> chronology(const Case& of, const std::vector<const Concern*>& concerns)
{
    std::vector<Line> lines;
    for (const auto& happened : of.history) {
        lines.push_back(line_of(happened));
        lines.back().in_case = happened.event;
    }
    for (const Concern* concern : concerns) {
        for (const auto& happened : concern->history) {
            lines.push_back(line_of(happened));
            lines.back().in_concern = happened.event;
        }
    }
    std::ranges::sort(lines, {}, [](const Line& line) { return std::pair{line.happened_at, line.position}; });
    return lines;
}

const std::string* ChildView::pseudonym(const CaseRef& ref) const
{
    const auto found = std::ranges::find(others, ref, &SeenAs::ref);
    return found == others.end() ? nullptr : &found->words;
}

ChildView view_for(const Case& of, const CaseRef& child)
{
    ChildView view{child, {}};
    int adults = 0;
    bool found = false;
    for (const CasePerson& person : everybody(of)) {
        if (person.ref == child) {
            found = true;
        } else if (person.described && is_grown_up(*person.described)) {
            view.others.push_back({person.ref, "Adult " + std::to_string(++adults)});
        } else {
            const bool known_child = person.child || (person.described && person.described->age);
            view.others.push_back(
                {person.ref, (known_child ? "Child " : "Person ") + std::string{person.ref.text()}});
        }
    }
    if (!found) throw_bug("the view of somebody who is not in the case");
    return view;
}

std::vector<Line> lines_for(const ChildView& view, std::vector<Line> lines)
{
    std::erase_if(lines, [&](const Line& line) { return line.about && *line.about != view.child; });
    return lines;
}

}  // namespace safelead::record
