#pragma once

// All that is kept in a case as a record of its own.

#include "base/one_of.h"
#include "record/again_events.h"
#include "record/assessment_events.h"
#include "record/correction_events.h"
#include "record/device_events.h"
#include "record/family_events.h"
#include "record/impact_events.h"
#include "record/link_events.h"
#include "record/meeting_events.h"
#include "record/police_events.h"
#include "record/reading_events.h"
#include "record/removal_events.h"
#include "record/sharing_events.h"
#include "record/spoken_events.h"
#include "record/support_events.h"
#include "record/task_events.h"
#include "record/viewing_events.h"

#include <optional>
#include <variant>

namespace safelead::record {

/// What somebody may ask to be kept.
struct KeepableAlternatives {
    using type =
        std::variant<ReviewMeetingCalled, ReviewMeetingHeld, OwnTaskSet, TaskGiven, CaseHandedOver,
                     ViewingRecorded, ViewingSigned, DeviceTaken, DeviceMoved, RemovalAsked, DeletionAsked,
                     DeletionAnswered, FamilyTold, FamilyNotTold, ConversationHeld, SupportPlanMade,
                     SupportPlanReviewed, EntryCorrected, AssessmentAnswered, NeedsAnswered, AgencyAnswered,
                     SomethingNew, ImpactNoted, CasesLinked, CasesUnlinked, PersonKeptOut, PersonLetBackIn,
                     CaseLocked, ReaderNamed, CaseUnlocked, InformationShared, AdviceWithoutNames,
                     StrategyMeetingHeld, ActionAgreed, ActionAnswered, PoliceSaid, BasisGiven>;
};
using Keepable = OneOf<KeepableAlternatives>;

/// The one child or other person that a record is about, if it is about one.
template <class Record>
[[nodiscard]] std::optional<CaseRef> person_of(const Record& record)
{
    if constexpr (requires { record.about; }) {
        return record.about;
    } else {
        return std::nullopt;
    }
}

/// When it is said to have been, if the record says.
template <class Record>
[[nodiscard]] std::optional<EventTime> time_of(const Record& record)
{
    // For when a meeting is called lies ahead: calling it happens by being entered.
    if constexpr (requires { record.when; } && !std::is_same_v<Record, ReviewMeetingCalled>) {
        return record.when;
    } else {
        return std::nullopt;
    }
}

}  // namespace safelead::record

extern template struct safelead::OneOf<safelead::record::KeepableAlternatives>;
