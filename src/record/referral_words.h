#pragma once

// What a referral says: the sealed snapshot that goes from one organisation to another, chosen by its sender.
// Each struct says once which fields it has (record/kept_fields.h).

#include "record/kept_fields.h"
#include "record/police_events.h"
#include "record/police_notice.h"
#include "record/sharing_events.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::record {

using ReferralId = Id<struct ReferralKind>;

/// One of the two that a referral is between, as it was called on that day.
struct Agency {
    OrganisationId id;
    std::string name;
    AgencyKind kind;
    bool operator==(const Agency&) const = default;
};

/// One child in it, as far as the sender chose to say.
struct ReferredChild {
    CaseRef ref;
    std::string who;      ///< Name, date of birth, UPN.
    std::string home;     ///< Address, and the authority that it is in.
    std::string school;   ///< And year group.
    std::string part;     ///< What they did or what was done with their image; never what it shows.
    std::string now;      ///< Where the child is now.
    std::string wishes;   ///< What the child wants, in their words.
    std::string needs;    ///< Language, SEND, ethnicity, what makes them vulnerable.
    std::string workers;  ///< Who works with the child already.
    bool operator==(const ReferredChild&) const = default;
};

/// All else that a front door asks for.
struct ReferralWords {
    std::string concern;
    std::string immediacy;
    std::string criteria;  ///< Which are met, and in whose words.
    std::string family;
    std::string support;  ///< Given already.
    Answer parents_know;
    std::string parents;  ///< What they said, whether they agree; or why they were not told.
    std::string relationship;
    std::string spread;
    std::string adult;
    std::string devices;
    std::string viewed;  ///< Whether anybody has; never what was seen.
    std::string asked;   ///< What the sender asks the other agency to do.
    std::string caller;  ///< Who refers, and how to ring back.
    std::string others_told;
    EventTime called;   ///< The telephone call before it.
    std::string basis;  ///< On what lawful basis this is shared.
    bool operator==(const ReferralWords&) const = default;
};

enum class StepKind {
    received,
    more_asked,
    more_answered,
    decided,
    fed_back,
    closed,
    withdrawn,
    redirected,
    silence_noticed,
    managers_told,
    police_recorded,
    disagreement_raised,
    disagreement_answered,
    meeting_told,     ///< The sender tells of a strategy meeting, and of what this agency took on there.
    action_answered,  ///< The receiver says what became of one of those actions.
    sent_on,          ///< The sender has sent what was redirected to whoever is right for it.
};

/// Who did it. What is noticed by itself is the program's.
enum class Side { sender, receiver, program };

/// The kinds of answer that a front door or the police give.
enum class DecidedAs {
    urgent_protection,
    section_47,
    section_17,
    other_services,
    specialist_assessment,
    police_enquiry,
    advice_given,
    no_further_action,
};

/// As what one of the children is recorded, and what was said to them and to their parents.
struct ChildRecordedAs {
    CaseRef ref;
    RecordedAs as;
    std::string told_child = {};
    std::string told_parents = {};
    bool operator==(const ChildRecordedAs&) const = default;
};

/// What the police have recorded, as far as they say.
struct PoliceRecorded {
    Answer crime_recorded;
    std::string why_not;
    std::string reference;
    std::string officer;
    std::string people;   ///< In words, of those recorded before each child had a choice of their own.
    std::string outcome;  ///< The code, where there is one: "21".
    std::optional<Date> outcome_on;
    std::string told_child;  ///< Of all of them, from before each child had words of its own; the next, too.
    std::string told_parents;
    /// Empty in the step itself since it is sealed under each child (ReferralChildRecorded), which fills it
    /// again.
    std::optional<std::vector<ChildRecordedAs>> recorded_as = std::nullopt;
    bool operator==(const PoliceRecorded&) const = default;
};

/// What the other agency took on at a meeting, numbered as in the sender's case.
struct ActionTold {
    int number;
    std::string what;
    std::optional<Date> due;
    bool operator==(const ActionTold&) const = default;
};

/// As the sender's case has it on that day. docs/adr/0219.
struct MeetingTold {
    int number;
    EventTime when;
    std::string attended;
    std::vector<ActionTold> actions;
    bool operator==(const MeetingTold&) const = default;
};

struct ActionReply {
    int number;
    ActionCame came;
    bool operator==(const ActionReply&) const = default;
};

/// What somebody says in one step. What does not belong to its kind is empty.
struct StepSaid {
    StepKind kind;
    std::string words;
    std::optional<DecidedAs> decided_as;
    std::optional<Agency> to;  ///< Redirected: who is right for it; without an id where they have no account.
                               ///< Sent on: to whom.
    std::optional<PoliceRecorded> police;
    std::string rung;  ///< Of the ladder of the area, where the two disagree.
    std::string with;  ///< Between whom.
    Answer agreed;
    std::string out_of_order = {};  ///< Why not the next step of the ladder, where it is another.
    std::optional<MeetingTold> meeting = std::nullopt;
    std::optional<ActionReply> action = std::nullopt;
    bool operator==(const StepSaid&) const = default;
};

template <>
struct FieldsOf<Agency> {
    using E = Agency;
    static constexpr auto list =
        fields(Field{"id", &E::id}, Field{"name", &E::name}, Field{"kind", &E::kind});
};

template <>
struct FieldsOf<ReferredChild> {
    using E = ReferredChild;
    static constexpr auto list =
        fields(Field{"ref", &E::ref}, Field{"who", &E::who}, Field{"home", &E::home},
               Field{"school", &E::school}, Field{"part", &E::part}, Field{"now", &E::now},
               Field{"wishes", &E::wishes}, Field{"needs", &E::needs}, Field{"workers", &E::workers});
};

template <>
struct FieldsOf<ReferralWords> {
    using E = ReferralWords;
    static constexpr auto list = fields(
        Field{"concern", &E::concern}, Field{"immediacy", &E::immediacy}, Field{"criteria", &E::criteria},
        Field{"family", &E::family}, Field{"support", &E::support}, Field{"parents_know", &E::parents_know},
        Field{"parents", &E::parents}, Field{"relationship", &E::relationship}, Field{"spread", &E::spread},
        Field{"adult", &E::adult}, Field{"devices", &E::devices}, Field{"viewed", &E::viewed},
        Field{"asked", &E::asked}, Field{"caller", &E::caller}, Field{"others_told", &E::others_told},
        Field{"called", &E::called}, Field{"basis", &E::basis});
};

template <>
struct FieldsOf<ChildRecordedAs> {
    using E = ChildRecordedAs;
    static constexpr auto list =
        fields(Field{"ref", &E::ref}, Field{"as", &E::as}, LaterField{"told_child", &E::told_child},
               LaterField{"told_parents", &E::told_parents});
};

template <>
struct FieldsOf<PoliceRecorded> {
    using E = PoliceRecorded;
    static constexpr auto list =
        fields(Field{"crime_recorded", &E::crime_recorded}, Field{"why_not", &E::why_not},
               Field{"reference", &E::reference}, Field{"officer", &E::officer}, Field{"people", &E::people},
               Field{"outcome", &E::outcome}, Field{"outcome_on", &E::outcome_on},
               Field{"told_child", &E::told_child}, Field{"told_parents", &E::told_parents},
               LaterField{"recorded_as", &E::recorded_as});
};

template <>
struct FieldsOf<ActionTold> {
    using E = ActionTold;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"what", &E::what}, Field{"due", &E::due});
};

template <>
struct FieldsOf<MeetingTold> {
    using E = MeetingTold;
    static constexpr auto list = fields(Field{"number", &E::number}, Field{"when", &E::when},
                                        Field{"attended", &E::attended}, Field{"actions", &E::actions});
};

template <>
struct FieldsOf<ActionReply> {
    using E = ActionReply;
    static constexpr auto list = fields(Field{"number", &E::number}, Field{"came", &E::came});
};

template <>
struct FieldsOf<StepSaid> {
    using E = StepSaid;
    static constexpr auto list = fields(
        Field{"kind", &E::kind}, Field{"words", &E::words}, Field{"decided_as", &E::decided_as},
        Field{"to", &E::to}, Field{"police", &E::police}, Field{"rung", &E::rung}, Field{"with", &E::with},
        Field{"agreed", &E::agreed}, LaterField{"out_of_order", &E::out_of_order},
        LaterField{"meeting", &E::meeting}, LaterField{"action", &E::action});
};

}  // namespace safelead::record
