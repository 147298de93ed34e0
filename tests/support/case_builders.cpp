#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::tests {

using namespace record;

Instant at(std::string_view text)
{
    const auto instant = parse_instant(text);
    if (!instant) throw_bug("a test names an instant that is none");
    return *instant;
}

Date on(std::string_view text)
{
    const auto date = parse_date(text);
    if (!date) throw_bug("a test names a date that is none");
    return *date;
}

Desk::Desk() : Desk(small_pack(), small_pack()) {}

Desk::Desk(const guidance::Pack& in_force, const guidance::Pack& newest)
    : in_force_{in_force}, newest_{newest}, now_{at("2026-11-23T09:00:00Z")}
{
}

Circumstances Desk::circumstances()
{
    const auto due = [this](const guidance::Step& step) {
        const auto& deadline = step.deadline;
        const bool hours = deadline.unit == guidance::Deadline::Unit::hours;
        return StepDue{now_ + std::chrono::hours{hours ? deadline.count : 24 * deadline.count},
                       step.source.text()};
    };
    return {now_,      Date{std::chrono::floor<std::chrono::days>(now_)},
            in_force_, newest_,
            due,       [this] { return TaskId{"task-" + std::to_string(++tasks_)}; }};
}

Result<std::vector<CaseEvent>, CaseRefusal> Desk::ask(const CaseCommand& command)
{
    return decide(state_, command, circumstances());
}

std::vector<CaseEvent> Desk::must(const CaseCommand& command)
{
    auto events = ask(command);
    if (!events) {
        ADD_FAILURE() << "refused: " << static_cast<int>(events.error().why) << " "
                      << testing::PrintToString(events.error().about);
        return {};
    }
    keep(*events);
    wait(std::chrono::minutes{1});
    return *events;
}

CaseRefusal Desk::refused(const CaseCommand& command)
{
    auto events = ask(command);
    if (!events) return events.error();
    ADD_FAILURE() << "was not refused";
    return {};
}

void Desk::keep(const std::vector<CaseEvent>& events)
{
    for (const CaseEvent& event : events) {
        state_ = evolve(std::move(state_), {++position_, now_, std::make_shared<const CaseEvent>(event)});
    }
}

Desk& Desk::open()
{
    must(OpenCase{
        CaseId{"case-1"}, Reference{"C-7K3M-9QXD"}, lead, {ConcernId{"concern-1"}}, on("2026-11-23")});
    return *this;
}

Desk& Desk::with_two_children()
{
    must(AddPerson{lead, ChildId{"child-1"}, ""});
    must(AddPerson{lead, ChildId{"child-2"}, ""});
    must(DescribePerson{lead, CaseRef{"A"}, {"subject", "sharer"}, {}, {}, 15, 15, "known", "this_school"});
    must(DescribePerson{lead, CaseRef{"B"}, {"recipient"}, {}, {}, 15, 15, "known", "this_school"});
    return *this;
}

Desk& Desk::answered(const std::vector<FactAnswered>& but)
{
    std::vector<FactAnswered> answers{
        {"immediate_danger", "no"},    {"coercion", "no"},
        {"medium", "image"},           {"parents_informing_risk", "no"},
        {"known_vulnerability", "no"}, {"onward_sharing_without_consent", "no"}};
    answers.insert(answers.end(), but.begin(), but.end());
    must(AnswerFacts{lead, answers, "the child's form tutor"});
    return *this;
}

Desk& Desk::answer(std::string fact, std::string value)
{
    must(AnswerFacts{lead, {{std::move(fact), std::move(value)}}, ""});
    return *this;
}

void Desk::settle_tasks()
{
    const auto tasks = state_.tasks;
    for (const Task& task : tasks) {
        if (task.state == TaskState::to_do) must(FinishTask{task.set.task, lead, ""});
    }
}

void Desk::settle_tasks_if_open()
{
    if (state_.state == CaseState::open) settle_tasks();
}

MakeDecision not_referring(std::string route, const std::vector<std::string>& unknown)
{
    MakeDecision decision{lead,        std::move(route), "Both families are working with us.",
                          Answer::yes, Answer::yes,      {}};
    for (const auto& fact : unknown)
        decision.still_unknown.push_back({fact, "It would not change the plan."});
    return decision;
}

MakeDecision referring(std::string route)
{
    return {lead, std::move(route), "We need them to look at this today.", Answer::unknown, Answer::unknown,
            {}};
}

RecordConsultation consultation()
{
    return {Consulted{lead,
                      "Duty and Advice",
                      "a duty worker",
                      "telephone",
                      {"this morning", {}, {}},
                      "Manage in school.",
                      AgencyKind::social_care}};
}

RecordReferral referral()
{
    return {ReferralMade{lead,
                         "Duty and Advice",
                         "telephone",
                         {"at noon", {}, {}},
                         "What was reported.",
                         "a duty worker",
                         "R-1",
                         AgencyKind::social_care}};
}

KeepRecord agency_answer()
{
    return {AgencyAnswered{lead,
                           "Duty and Advice",
                           "a duty worker",
                           {"the next day", {}, {}},
                           AgencyAnswer::took_it_on,
                           "They assess."}};
}

RecordGivenBack given_back()
{
    return {GivenBack{
        lead, "Duty and Advice", "a team manager", {"after lunch", {}, {}}, "Support is in place."}};
}

ReportConcern report()
{
    return {ConcernId{"concern-1"},
            Reference{"C-7K3M-9QXD"},
            teacher,
            {ChildId{"child-1"}},
            "\"A picture of me went round.\"",
            {"after lunch", {}, {}},
            "in the library",
            Answer::unknown,
            "with me",
            StaffInvolved::unknown,
            {},
            Answer::unknown,
            StaffExposure::unknown};
}

Concern after(Concern concern, const std::vector<ConcernEvent>& events, Instant at)
{
    for (const ConcernEvent& event : events) {
        concern = evolve(std::move(concern),
                         {concern.history.size() + 1, at, std::make_shared<const ConcernEvent>(event)});
    }
    return concern;
}

Concern concern_after(const std::vector<ConcernCommand>& commands)
{
    Concern concern;
    Instant now = at("2026-11-23T09:00:00Z");
    for (const auto& command : commands) {
        const auto events = decide(concern, command);
        if (!events) {
            ADD_FAILURE() << "refused: " << static_cast<int>(events.error());
            return concern;
        }
        concern = after(std::move(concern), *events, now);
        now += std::chrono::minutes{1};
    }
    return concern;
}

}  // namespace safelead::tests
