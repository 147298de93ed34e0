#pragma once

// What somebody may ask of a case, and what comes of it.

#include "base/one_of.h"
#include "base/result.h"
#include "guidance/pack.h"
#include "record/case.h"
#include "record/referrals_stand.h"

#include <functional>
#include <variant>

namespace safelead::record {

struct OpenCase {
    CaseId id;
    Reference reference;
    PersonId by;
    std::vector<ConcernId> concerns;
    Date reported_on;
};
struct JoinConcern {
    PersonId by;
    ConcernId concern;
};
struct AddPerson {
    PersonId by;
    std::optional<ChildId> child;
    std::string called;
};
struct DescribePerson {
    PersonId by;
    CaseRef ref;
    std::vector<std::string> roles;
    std::optional<Date> born;  ///< Used to work out ages; kept in the child's own record only.
    std::optional<Date> acted_on;
    std::optional<int> age;           ///< Stated, where there is no date of birth.
    std::optional<int> age_at_event;  ///< Stated, where it can't be worked out.
    std::string age_basis;
    std::string setting;
};
struct TakePersonOut {
    PersonId by;
    CaseRef ref;
    std::string why;
};
struct AnswerFacts {
    PersonId by;
    std::vector<FactAnswered> answers;
    std::string told_by;
};
/// Its kind of agency is always said. `police_notice` is what was answered to the notice, if anything was;
/// `decide` says whether it was needed.
struct RecordConsultation {
    Consulted consulted;
};
struct MakeDecision {
    PersonId by;
    std::string route;
    std::string reason;
    Answer enough_known;
    Answer manageable;
    std::vector<StillUnknown> still_unknown;
};
struct SignOffDecision {
    int number;
    PersonId by;
    std::optional<RecordedCall> called;
};
struct RefuseSignOff {
    int number;
    PersonId by;
    std::string reason;
};
/// As RecordConsultation.
struct RecordReferral {
    ReferralMade referral;
};
struct RecordGivenBack {
    GivenBack given_back;
};
struct FinishTask {
    TaskId task;
    PersonId by;
    std::string note;
};
struct DropTask {
    TaskId task;
    PersonId by;
    std::string why;
};
struct AddNote {
    NoteAdded note;
};
/// Keeps a record of its own. Numbers, ids and deadlines in it are given by `decide`, whatever it says.
struct KeepRecord {
    Keepable record;
};
/// An overdue task reaches the next person up: by the program.
struct PassTaskUp {
    TaskId task;
    PersonId to;
};
/// The case is opened to somebody whom it is closed to. `decide` says until when.
struct OpenByForce {
    OpeningId opening;
    PersonId by;
    std::string why;
};
/// Its time is over: by the program.
struct EndOpening {
    OpeningId opening;
};
/// Of a referral in this case, by its reference. `decide` says until when.
struct MakeReferralLink {
    PersonId by;
    std::string referral;
    std::string whom;
};
/// By the program, for whoever had the link and its code.
struct OpenReferralLink {
    std::string referral;
};
struct RevokeReferralLink {
    PersonId by;
    std::string referral;
    std::string why;
};
/// By the program, for a referral in this case: what is not agreed took a step. docs/adr/0218.
struct FollowLadder {
    PersonId by;                       ///< Who took it, on either side.
    std::string referral;              ///< By its reference.
    std::string words;                 ///< Of the task.
    std::optional<Instant> answer_by;  ///< Nothing: nobody's time runs.
};
/// By the program, for a referral in this case: the police recorded something there. docs/adr/0211.
struct KeepPoliceRecorded {
    PersonId by;                   ///< Who recorded it.
    std::vector<PoliceSaid> said;  ///< Of the case, and of each child of it.
};
/// The fuller assessment: answers that are facts, and those that are not.
struct AnswerAssessment {
    PersonId by;
    std::vector<FactAnswered> facts;
    std::vector<AssessmentAnswer> answers;
    std::string told_by;
};
struct CloseCase {
    PersonId by;
    std::string reason;
};
struct ReopenCase {
    PersonId by;
    std::string reason;
};

struct CaseCommandAlternatives {
    using type =
        std::variant<OpenCase, JoinConcern, AddPerson, DescribePerson, TakePersonOut, AnswerFacts,
                     RecordConsultation, MakeDecision, SignOffDecision, RefuseSignOff, RecordReferral,
                     RecordGivenBack, FinishTask, DropTask, AddNote, KeepRecord, PassTaskUp, CloseCase,
                     ReopenCase, AnswerAssessment, OpenByForce, EndOpening, MakeReferralLink,
                     OpenReferralLink, RevokeReferralLink, FollowLadder, KeepPoliceRecorded>;
};
using CaseCommand = OneOf<CaseCommandAlternatives>;

/// When a step that is called for now is due, and on whose word.
struct StepDue {
    Instant at;
    std::string source;
};

/// What `decide` may need to know that is not in the case. The core asks no clock and no calendar: the shell
/// says.
struct Circumstances {
    Instant now;
    Date today;                      ///< In Europe/London.
    const guidance::Pack& in_force;  ///< On the day of the report.
    const guidance::Pack& newest;
    std::function<StepDue(const guidance::Step&)> due;
    std::function<TaskId()> new_task;
    ReferralsStand referrals = {};  ///< Closing: how those sent from here stand.
};

enum class CaseRefused {
    not_open,
    already_open,
    nobody_such,      ///< No person, task or decision of that name in the case.
    already_in_case,  ///< The child or the concern is there already.
    unknown_fact,
    unknown_value,
    bad_age,
    no_reason,              ///< Something that has to be said is empty; `about` names it.
    tests_not_stated,       ///< Not referring, and the seed's two tests are not both stated as met.
    unknowns_unsaid,        ///< Not referring, and a fact that could raise the route has no line.
    consult_first,          ///< Lower than CONSULT, and no consultation is recorded since that advice.
    agency_must_give_back,  ///< A criterion is met: the school can't manage it unless an agency gave it back.
    unknown_route,
    same_person,  ///< The second person is the first.
    settled_already,
    sign_off_awaited,  ///< Closing, and the decision still waits for the second person.
    no_decision,
    decide_again,  ///< Closing, and the second person refused, or the advice has risen above the decision.
    referral_not_recorded,  ///< Given back, or closed as referred, and no referral is on record.
    nobody_has_it,          ///< Closed as referred, and every referral was withdrawn or is another agency's.
    referral_to_send_on,    ///< One is another agency's, and was not sent there; `about` names who had it.
    tasks_to_do,            ///< Closing, and something is neither done nor dropped with a reason.
    text_too_long,
    no_ground_to_view,  ///< None of the three grounds, or it would distress a child: nobody looks.
    evidence_first,     ///< Deleting, taking down or returning while police are involved or the route is not
                        ///< settled.
    report_remove_first,  ///< Report Remove needs the image: it comes before any deletion.
    too_long_a_wait,      ///< Not telling a parent is looked at again within 24 hours.
    not_the_one_named,    ///< A signature by somebody whom the record does not name for it.
    late_and_unsaid,      ///< The meeting is called for later than the same school day, and nobody says why.
    nothing_said,         ///< A conversation without a word of it.
    two_things_said,      ///< An answer that another answer beside it takes back.
    agency_silent,        ///< Closing, and an agency that it was referred to neither answered nor was chased.
    signature_missing,    ///< Closing, and a record of viewing lacks a signature.
    not_looked_at_again,  ///< Closing, and nobody has decided since something new was recorded.
    no_such_case,         ///< To link to: none that whoever asks may change.
    linked_already,       ///< With itself, or with one that it is linked to.
    not_linked,
    not_same_readers,  ///< A link would tell somebody of a case that they may not see.
    hand_over_first,   ///< Keeping out whoever has the case.
    opened_by_force,   ///< Whoever opened it by force settles nothing about who reads it.
    not_locked,
    locked_already,
    nobody_left,      ///< Nobody, or nobody but one, would be left who reads it.
    nothing_to_open,  ///< No case that whoever asks could open by force; never said which of the reasons.
    no_link,       ///< To that referral: it was taken back or is over; to open it: or it was opened before.
    names_nobody,  ///< Advice without names, and what is written of it names somebody.
    never_an_officer,  ///< Advice without names, asked of the police: telling them means recording.
    name_and_agency,   ///< Of each who was at a meeting, one a line.
    not_a_reader,  ///< Whoever is given the case, or work in it, may not read it but by an opening by force.
    police_notice_first,  ///< It is, or may be, an officer who was told: that recording must follow is to be
                          ///< confirmed, or that it was done before anybody knew.
};

/// Why not, and what it is about: fact, task or person, where there is one.
struct CaseRefusal {
    CaseRefused why;
    std::vector<std::string> about;
    bool operator==(const CaseRefusal&) const = default;
};

/// What happens if `command` is carried out, or why it cannot be.
///
/// Whatever changes facts or people gives the advice again, under the edition in force and under the newest,
/// and sets the tasks that it newly calls for, in the same append. A decision of a route below the one
/// advised, or not to refer, needs a second person's sign-off; it stands and its tasks begin at once, for
/// sign-off never delays action, but the case can't be closed without it.
[[nodiscard]] Result<std::vector<CaseEvent>, CaseRefusal> decide(const Case& state,
                                                                 const CaseCommand& command,
                                                                 const Circumstances& circumstances);

/// Whether deciding `route` now would need a second person, and why: for the page, before anybody presses a
/// button.
enum class SecondPerson { not_needed, lowers_advice, does_not_refer };
[[nodiscard]] SecondPerson second_person_for(const Case& state, const guidance::Pack& pack,
                                             std::string_view route);

}  // namespace safelead::record

extern template struct safelead::OneOf<safelead::record::CaseCommandAlternatives>;
