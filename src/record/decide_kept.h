#pragma once

// How each record that is kept in a case is decided: one overload for each, in decide_*.cpp by what it is
// about.

#include "record/case_deciding.h"
#include "record/text_limits.h"

namespace safelead::record {

CaseDecided kept(const Case& state, ReviewMeetingCalled called, const Circumstances& c);
CaseDecided kept(const Case& state, ReviewMeetingHeld held, const Circumstances& c);
CaseDecided kept(const Case& state, OwnTaskSet task, const Circumstances& c);
CaseDecided kept(const Case& state, TaskGiven given, const Circumstances& c);
CaseDecided kept(const Case& state, CaseHandedOver handed, const Circumstances& c);
CaseDecided kept(const Case& state, ViewingRecorded viewing, const Circumstances& c);
CaseDecided kept(const Case& state, ViewingSigned signature, const Circumstances& c);
CaseDecided kept(const Case& state, DeviceTaken taken, const Circumstances& c);
CaseDecided kept(const Case& state, DeviceMoved moved, const Circumstances& c);
CaseDecided kept(const Case& state, RemovalAsked asked, const Circumstances& c);
CaseDecided kept(const Case& state, DeletionAsked asked, const Circumstances& c);
CaseDecided kept(const Case& state, DeletionAnswered answered, const Circumstances& c);
CaseDecided kept(const Case& state, FamilyTold told, const Circumstances& c);
CaseDecided kept(const Case& state, FamilyNotTold not_told, const Circumstances& c);
CaseDecided kept(const Case& state, ConversationHeld held, const Circumstances& c);
CaseDecided kept(const Case& state, SupportPlanMade plan, const Circumstances& c);
CaseDecided kept(const Case& state, SupportPlanReviewed review, const Circumstances& c);
CaseDecided kept(const Case& state, EntryCorrected corrected, const Circumstances& c);
CaseDecided kept(const Case& state, AssessmentAnswered answered, const Circumstances& c);
CaseDecided kept(const Case& state, NeedsAnswered answered, const Circumstances& c);
CaseDecided kept(const Case& state, AgencyAnswered answered, const Circumstances& c);
CaseDecided kept(const Case& state, SomethingNew something, const Circumstances& c);
CaseDecided kept(const Case& state, ImpactNoted impact, const Circumstances& c);
CaseDecided kept(const Case& state, CasesLinked linked, const Circumstances& c);
CaseDecided kept(const Case& state, CasesUnlinked unlinked, const Circumstances& c);
CaseDecided kept(const Case& state, PersonKeptOut out, const Circumstances& c);
CaseDecided kept(const Case& state, PersonLetBackIn back, const Circumstances& c);
CaseDecided kept(const Case& state, CaseLocked locked, const Circumstances& c);
CaseDecided kept(const Case& state, ReaderNamed named, const Circumstances& c);
CaseDecided kept(const Case& state, CaseUnlocked unlocked, const Circumstances& c);
CaseDecided kept(const Case& state, InformationShared shared, const Circumstances& c);
CaseDecided kept(const Case& state, AdviceWithoutNames advice, const Circumstances& c);
CaseDecided kept(const Case& state, StrategyMeetingHeld held, const Circumstances& c);
CaseDecided kept(const Case& state, ActionAgreed agreed, const Circumstances& c);
CaseDecided kept(const Case& state, ActionAnswered answered, const Circumstances& c);

CaseDecided kept(const Case& state, BasisGiven given, const Circumstances& c);
CaseDecided kept(const Case& state, PoliceSaid said, const Circumstances& c);

/// Waits from an officer being told, before anybody knew what follows, until what they recorded is known.
inline constexpr std::string_view step_of_police_told = "police-told";

/// That `by` has not opened the case by force: whoever did settles nothing about who reads it.
[[nodiscard]] Result<Done, CaseRefusal> check_may_settle(const Case& state, const PersonId& by);

/// That whoever is given the case, or work in it, is not kept out of it by name, and is named where it is
/// locked. Whether they read it by their post, the record does not know.
[[nodiscard]] Result<Done, CaseRefusal> check_may_be_given(const Case& state, const PersonId& to,
                                                           std::string_view field);

/// That whom a record is about is in the case.
[[nodiscard]] Result<Done, CaseRefusal> check_about(const Case& state, const std::optional<CaseRef>& about);

/// When something is due that no edition calls for: `step` names it, by a project rule.
[[nodiscard]] Instant due_in(const Circumstances& c, std::string_view step,
                             const guidance::Deadline& deadline);

/// A task that the record of something calls for, by a project rule: "look again", "review the plan".
[[nodiscard]] TaskSet follow_up(const Circumstances& c, std::string step, std::string words,
                                const guidance::Deadline& deadline, std::string source);

/// The settling of a task that waits under `step`, by doing what it asked for; nothing if none waits.
[[nodiscard]] std::vector<CaseEvent> settle_step(const Case& state, std::string_view step, const PersonId& by,
                                                 std::string_view note);

}  // namespace safelead::record
