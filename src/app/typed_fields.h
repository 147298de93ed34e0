#pragma once

// Which fields somebody fills in, for app/said.h. Who does it is not among them: that is the actor.

#include "app/report_concern.h"
#include "record/case_commands.h"

#include <type_traits>

namespace safelead::app {

/// A struct, const or not, as one parameter type.
template <class T, class Struct>
concept Fields = std::is_same_v<std::remove_const_t<T>, Struct>;

}  // namespace safelead::app

// Found by argument-dependent look-up, so each stands in the namespace of its struct.
namespace safelead::record {

template <app::Fields<EventTime> T>
void each_field(T& f, auto& visit)
{
    visit(f.words);
    visit(f.day);
    visit(f.instant);
}
template <app::Fields<RecordedCall> T>
void each_field(T& f, auto& visit)
{
    visit(f.name);
    visit(f.position);
    visit(f.when);
    visit(f.said);
}
template <app::Fields<StillUnknown> T>
void each_field(T& f, auto& visit)
{
    visit(f.fact);
    visit(f.why_safe);
}
template <app::Fields<FactAnswered> T>
void each_field(T& f, auto& visit)
{
    visit(f.fact);
    visit(f.value);
}
template <app::Fields<Identity> T>
void each_field(T& f, auto& visit)
{
    visit(f.given_name);
    visit(f.family_name);
    visit(f.known_as);
    visit(f.born);
    visit(f.upn);
    visit(f.year_group);
    visit(f.school);
}

template <app::Fields<OpenCase> T>
void each_field(T& f, auto& visit)
{
    visit(f.concerns);
}
template <app::Fields<JoinConcern> T>
void each_field(T& f, auto& visit)
{
    visit(f.concern);
}
template <app::Fields<AddPerson> T>
void each_field(T& f, auto& visit)
{
    visit(f.child);
    visit(f.called);
}
template <app::Fields<DescribePerson> T>
void each_field(T& f, auto& visit)
{
    visit(f.ref);
    visit(f.roles);
    visit(f.born);
    visit(f.acted_on);
    visit(f.age);
    visit(f.age_at_event);
    visit(f.age_basis);
    visit(f.setting);
}
template <app::Fields<TakePersonOut> T>
void each_field(T& f, auto& visit)
{
    visit(f.ref);
    visit(f.why);
}
template <app::Fields<AnswerFacts> T>
void each_field(T& f, auto& visit)
{
    visit(f.answers);
    visit(f.told_by);
}
template <app::Fields<RecordConsultation> T>
void each_field(T& f, auto& visit)
{
    visit(f.consulted.with);
    visit(f.consulted.person);
    visit(f.consulted.how);
    visit(f.consulted.when);
    visit(f.consulted.advised);
    visit(f.consulted.kind);
    visit(f.consulted.police_notice);
}
template <app::Fields<MakeDecision> T>
void each_field(T& f, auto& visit)
{
    visit(f.route);
    visit(f.reason);
    visit(f.enough_known);
    visit(f.manageable);
    visit(f.still_unknown);
}
template <app::Fields<SignOffDecision> T>
void each_field(T& f, auto& visit)
{
    visit(f.number);
    visit(f.called);
}
template <app::Fields<RefuseSignOff> T>
void each_field(T& f, auto& visit)
{
    visit(f.number);
    visit(f.reason);
}
template <app::Fields<RecordReferral> T>
void each_field(T& f, auto& visit)
{
    visit(f.referral.to);
    visit(f.referral.how);
    visit(f.referral.when);
    visit(f.referral.said);
    visit(f.referral.their_person);
    visit(f.referral.their_reference);
    visit(f.referral.kind);
    visit(f.referral.police_notice);
}
template <app::Fields<RecordGivenBack> T>
void each_field(T& f, auto& visit)
{
    visit(f.given_back.agency);
    visit(f.given_back.person);
    visit(f.given_back.when);
    visit(f.given_back.why);
}
template <app::Fields<FinishTask> T>
void each_field(T& f, auto& visit)
{
    visit(f.task);
    visit(f.note);
}
template <app::Fields<DropTask> T>
void each_field(T& f, auto& visit)
{
    visit(f.task);
    visit(f.why);
}
template <app::Fields<AddNote> T>
void each_field(T& f, auto& visit)
{
    visit(f.note.when);
    visit(f.note.words);
}
template <app::Fields<AnswerAssessment> T>
void each_field(T& f, auto& visit)
{
    visit(f.facts);
    visit(f.answers);
    visit(f.told_by);
}
template <app::Fields<CloseCase> T>
void each_field(T& f, auto& visit)
{
    visit(f.reason);
}
template <app::Fields<ReopenCase> T>
void each_field(T& f, auto& visit)
{
    visit(f.reason);
}

/// What is kept says which fields it has beside itself.
template <Listed T>
void each_field(T& f, auto& visit)
{
    each_field_of(f, [&](std::string_view name, auto& value) {
        if (name != "by") visit(value);
    });
}
template <app::Fields<KeepRecord> T>
void each_field(T& f, auto& visit)
{
    const auto which = f.record.index();
    visit(which);
    std::visit([&](auto& record) { each_field(record, visit); }, f.record);
}
template <app::Fields<OpenByForce> T>
void each_field(T& f, auto& visit)
{
    visit(f.why);
}
template <app::Fields<EndOpening> T>
void each_field(T& f, auto& visit)
{
    visit(f.opening);
}
template <app::Fields<MakeReferralLink> T>
void each_field(T& f, auto& visit)
{
    visit(f.referral);
    visit(f.whom);
}
template <app::Fields<OpenReferralLink> T>
void each_field(T& f, auto& visit)
{
    visit(f.referral);
}
template <app::Fields<RevokeReferralLink> T>
void each_field(T& f, auto& visit)
{
    visit(f.referral);
    visit(f.why);
}
template <app::Fields<FollowLadder> T>
void each_field(T& f, auto& visit)
{
    visit(f.referral);
    visit(f.words);
    visit(f.answer_by);
}
template <app::Fields<KeepPoliceRecorded> T>
void each_field(T& f, auto& visit)
{
    visit(f.said);
}
template <app::Fields<PassTaskUp> T>
void each_field(T& f, auto& visit)
{
    visit(f.task);
    visit(f.to);
}

}  // namespace safelead::record

namespace safelead::app {

template <Fields<NotOnList> T>
void each_field(T& f, auto& visit)
{
    visit(f.name);
    visit(f.detail);
}
template <Fields<Report> T>
void each_field(T& f, auto& visit)
{
    visit(f.children);
    visit(f.not_on_list);
    visit(f.words);
    visit(f.when);
    visit(f.where);
    visit(f.danger_now);
    visit(f.child_now);
    visit(f.staff_involved);
    visit(f.people_involved);
    visit(f.told_lead_in_person);
    visit(f.staff_exposure);
}

}  // namespace safelead::app
