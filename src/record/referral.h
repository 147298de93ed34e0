#pragma once

// A referral: begun and written by one organisation, sent to another, and answered there. Both hold it, each
// in its own log; from the sending on, what either does is one numbered step, and both logs hold the same
// steps in the same order. What may follow what is one table.

#include "base/result.h"
#include "record/happened.h"
#include "record/referral_events.h"

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace safelead::record {

enum class ReferralState {
    draft,
    sent,
    received,
    more_asked,
    decided,
    fed_back,
    closed,
    withdrawn,
    redirected
};

/// What may follow what. A step that is in no line of it is refused.
struct Move {
    StepKind kind;
    Side side;
    std::vector<ReferralState> from;
    std::optional<ReferralState> to;  ///< Nothing: it stays as it is.
};
[[nodiscard]] std::span<const Move> moves();

/// The line that lets `side` do `kind` in that state, or null.
[[nodiscard]] const Move* move_for(ReferralState state, StepKind kind, Side side);

/// Where the two disagree: on which rung it stands, and whether it waits for the other side.
struct Disagreement {
    std::string rung;
    Side raised_by = Side::sender;
    bool is_answered = false;
    std::optional<Instant> answer_by;
};

struct Referral {
    ReferralId id{""};
    Reference reference{""};
    CaseId of{""};  ///< The sender's case; empty on the other side.
    std::optional<ReferralId> follows;
    std::optional<PersonId> begun_by;
    Instant begun_at{};
    Agency to{OrganisationId{""}, {}, AgencyKind::other};
    ReferralWords words{};
    std::vector<ReferredChild> children;
    ReferralState state = ReferralState::draft;
    std::optional<ReferralSent> sent;
    std::vector<ReferralStep> steps;
    std::optional<Instant> answer_by;  ///< While somebody's answer is waited for.
    std::optional<Instant> managers_at;
    bool silence_noticed = false;  ///< Since that clock began.
    bool managers_told = false;
    std::optional<Disagreement> disagreement;  ///< While it is not agreed.
    ReferralReaders readers;                   ///< On the receiver's side alone.
    std::vector<Happened<ReferralEvent>> history;

    /// Of the last step: 0 while it is a draft, 1 when it was sent.
    [[nodiscard]] int number() const { return sent ? static_cast<int>(steps.size()) + 1 : 0; }
    /// The last step of that kind, or null.
    [[nodiscard]] const ReferralStep* last(StepKind kind) const;
};

[[nodiscard]] Referral evolve(Referral referral, const Happened<ReferralEvent>& happened);

/// The step, and after it what it says of each child, to be sealed under that child.
[[nodiscard]] std::vector<ReferralEvent> sealed_apart(ReferralStep step);

// What somebody may ask.

/// Whether anybody at the authority is known here as its LADO.
enum class LadoThere { no, yes };

/// Whom at a local authority it goes to: what is about somebody on a staff is the LADO's.
[[nodiscard]] Agency received_by(Agency to, AboutStaff about);

struct BeginReferral {
    ReferralId referral;
    Reference reference;
    PersonId by;
    CaseId of;
    Agency to;
    std::optional<ReferralId> follows;
    ReferralWords words;
    std::vector<ReferredChild> children;
    AboutStaff about = AboutStaff::not_said;
    LadoThere lado = LadoThere::yes;
};
/// As it is to be from now on, whole.
struct WriteReferral {
    PersonId by;
    ReferralWords words;
    std::vector<ReferredChild> children;
};
struct SendReferral {
    PersonId by;
    std::string by_name;
    Agency from;
    Instant at;
    std::string route;
    std::string edition;
    NoticeNeeded notice;
    Answer notice_confirmed;
    std::vector<Finding> features;
    Instant answer_by;
    Instant managers_at;
    AboutStaff about = AboutStaff::not_said;
    LadoThere lado = LadoThere::yes;
};
struct TakeStep {
    PersonId by;
    std::string by_name;
    Side side;
    Instant at;
    StepSaid said;
    Instant answer_by;    ///< When an answer to it would be due, and when silence reaches the managers: used
    Instant managers_at;  ///< where the step begins a clock.
    std::optional<Instant> rung_answer_by;  ///< Where the ladder gives its rung a time.
    std::vector<std::string> ladder = {};   ///< Its rungs, from the first step up.
};
/// By the program: somebody has waited too long. What has been noticed already is not noticed again.
struct NoticeSilence {
    Instant at;
};
/// Who reads it where it was sent to.
struct SettleReaders {
    ReadersChange change;
};
using ReferralCommand =
    std::variant<BeginReferral, WriteReferral, SendReferral, TakeStep, NoticeSilence, SettleReaders>;

enum class ReferralRefused {
    already_there,
    not_there,
    not_a_draft,
    no_child,
    not_said,  ///< `about` names what is missing.
    text_too_long,
    police_notice_first,  ///< Telling the police means that they record a crime: to be confirmed before.
    not_now,              ///< No line of the table lets this side do that now.
    not_the_police,
    disagreement_open,  ///< It is not agreed yet, or an answer is waited for.
    no_disagreement,
    nobody_such,  ///< Nobody of that name whom this could be about.
    nobody_left,  ///< Nobody else would be there who could answer it.
    settled_already,
    not_locked,
    same_person,
    second_person,  ///< Somebody else has to look at it, or nothing waits for that.
    not_on_the_ladder,
    step_back,        ///< A ladder is gone up, or begun anew when it was agreed.
    no_such_action,   ///< They were told of no meeting at which they took that on.
    two_things_said,  ///< One answer takes another beside it back; `about` names it.
    no_lado,          ///< Nobody at that authority is known here as its LADO.
};

struct ReferralRefusal {
    ReferralRefused why;
    std::string about;
    bool operator==(const ReferralRefusal&) const = default;
};

[[nodiscard]] Result<std::vector<ReferralEvent>, ReferralRefusal> decide(const Referral& referral,
                                                                         const ReferralCommand& command);

/// Whether the two may take a step of the ladder: nothing is open, or the last step was answered, its time is
/// over, or nobody gave it one. Silence keeps nobody on a rung.
[[nodiscard]] bool may_go_up(const Referral& referral, Instant at);

/// How a step of the ladder stands to the one that was taken last. What is not the next wants a reason.
enum class Climb { next, again, skipping, back, not_on_it };
[[nodiscard]] Climb climb(const Referral& referral, std::span<const std::string> ladder,
                          std::string_view rung);

/// What the receiver has been told that it took on at meetings; of one told twice, as it was told last.
[[nodiscard]] std::vector<ActionTold> actions_told(const Referral& referral);

/// What the other organisation's copy does not have yet: from the sending on, in order.
[[nodiscard]] std::vector<ReferralEvent> missing_in(const Referral& copy, const Referral& whole);

// Clocks.

enum class Awaited { nobody, receiver, sender };
[[nodiscard]] Awaited awaited(ReferralState state);

/// How loud silence is: to the sender first, then to both managers.
enum class Alarm { none, sender, managers };
[[nodiscard]] Alarm alarm(const Referral& referral, Instant at);

/// After a call, the form follows within 24 hours (real time).
inline constexpr std::chrono::hours form_follows_call{24};
[[nodiscard]] std::optional<Instant> form_due(const Referral& referral);

/// What lists are sorted by and access is asked with.
struct ReferralSummary {
    ReferralId id{""};
    Reference reference{""};
    CaseId of{""};
    OrganisationId from{""};  ///< Empty while it is a draft.
    OrganisationId to{""};
    ReferralState state = ReferralState::draft;
    int number = 0;
    Instant begun_at{};
    std::optional<Instant> answer_by;
    std::optional<Instant> managers_at;
    std::optional<Instant> form_due;
    bool silence_noticed = false;
    bool managers_told = false;
    bool disagreement = false;
    AgencyKind to_kind = AgencyKind::other;
    ReferralReaders readers = {};
    std::optional<Instant> rung_due = std::nullopt;  ///< Of the step of the ladder that waits for an answer.
    bool operator==(const ReferralSummary&) const = default;
};
[[nodiscard]] ReferralSummary summary_of(const Referral& referral);
[[nodiscard]] Alarm alarm(const ReferralSummary& referral, Instant at);

/// Whether the time of a step of the ladder is over and nobody has answered it.
[[nodiscard]] bool is_rung_late(const ReferralSummary& referral, Instant at);

}  // namespace safelead::record
