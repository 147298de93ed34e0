#pragma once

// How each command on a case is decided: one overload for each, in decide_*.cpp by what it is about.

#include "record/case_commands.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::record {

using CaseDecided = Result<std::vector<CaseEvent>, CaseRefusal>;

[[nodiscard]] inline auto refuse(CaseRefused why, std::vector<std::string> about = {})
{
    return fail(CaseRefusal{why, std::move(about)});
}

CaseDecided decided(const Case& state, const OpenCase& open, const Circumstances& c);
CaseDecided decided(const Case& state, const JoinConcern& join, const Circumstances& c);
CaseDecided decided(const Case& state, const AddNote& add, const Circumstances& c);
CaseDecided decided(const Case& state, const CloseCase& close, const Circumstances& c);
CaseDecided decided(const Case& state, const ReopenCase& reopen, const Circumstances& c);

CaseDecided decided(const Case& state, const AddPerson& add, const Circumstances& c);
CaseDecided decided(const Case& state, const DescribePerson& describe, const Circumstances& c);
CaseDecided decided(const Case& state, const TakePersonOut& take, const Circumstances& c);
CaseDecided decided(const Case& state, const AnswerFacts& answer, const Circumstances& c);
CaseDecided decided(const Case& state, const AnswerAssessment& answer, const Circumstances& c);

CaseDecided decided(const Case& state, const MakeDecision& make, const Circumstances& c);
CaseDecided decided(const Case& state, const SignOffDecision& sign, const Circumstances& c);
CaseDecided decided(const Case& state, const RefuseSignOff& refusal, const Circumstances& c);

CaseDecided decided(const Case& state, const RecordConsultation& record, const Circumstances& c);
CaseDecided decided(const Case& state, const RecordReferral& record, const Circumstances& c);
CaseDecided decided(const Case& state, const RecordGivenBack& record, const Circumstances& c);
CaseDecided decided(const Case& state, const FinishTask& finish, const Circumstances& c);
CaseDecided decided(const Case& state, const DropTask& drop, const Circumstances& c);
CaseDecided decided(const Case& state, const PassTaskUp& pass, const Circumstances& c);
CaseDecided decided(const Case& state, const KeepRecord& keep, const Circumstances& c);

CaseDecided decided(const Case& state, const OpenByForce& open, const Circumstances& c);
CaseDecided decided(const Case& state, const EndOpening& end, const Circumstances& c);

CaseDecided decided(const Case& state, const MakeReferralLink& make, const Circumstances& c);
CaseDecided decided(const Case& state, const OpenReferralLink& open, const Circumstances& c);
CaseDecided decided(const Case& state, const RevokeReferralLink& revoke, const Circumstances& c);
CaseDecided decided(const Case& state, const FollowLadder& follow, const Circumstances& c);
CaseDecided decided(const Case& state, const KeepPoliceRecorded& keep, const Circumstances& c);

/// A field that somebody typed, by its name.
struct Typed {
    std::string_view field;
    const std::string& text;
};

/// That none of what has to be said is empty, and that none of it is too long.
[[nodiscard]] Result<Done, CaseRefusal> check_said(std::initializer_list<Typed> required,
                                                   std::initializer_list<Typed> others = {});

/// What is advised now, under both editions.
struct Weighed {
    decision::Advice in_force;
    std::optional<decision::Advice> newest;  ///< Nothing where the newest is the one in force.
};
[[nodiscard]] Weighed weigh(const guidance::Facts& facts, const Circumstances& c);

/// `events`, then the advice on the case as they leave it, then the tasks that it newly calls for.
[[nodiscard]] std::vector<CaseEvent> with_advice(const Case& state, std::vector<CaseEvent> events,
                                                 const Circumstances& c);

/// The advice again, where it is not the advice that stands: an overlay or an edition has come since.
[[nodiscard]] std::vector<CaseEvent> advice_if_changed(const Case& state, const Weighed& now,
                                                       const Circumstances& c);

/// The tasks that `now` and `decision` call for and that are not there yet.
[[nodiscard]] std::vector<CaseEvent> tasks_newly_called_for(const Case& state, const decision::Advice& now,
                                                            const Decision* decision, const Circumstances& c);

}  // namespace safelead::record
