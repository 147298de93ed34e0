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
    int read_to = 0;  ///< The last step that somebody on this side opened it at, after its end.
    std::vector<Happened<ReferralEvent>> history;

    /// Of the last step that both sides have: 0 before it is sent, 1 when it was.
    [[nodiscard]] int number() const { return sent ? static_cast<int>(steps.size()) + 1 : 0; }
    /// Where in the log what it says now was written: another number once anybody has changed it.
    [[nodiscard]] std::uint64_t written_at() const { return history.empty() ? 0 : history.back().position; }
    /// The last step of that kind, or null.
    [[nodiscard]] const ReferralStep* last(StepKind kind) const;
};

/// Never sent, and never to be: withdrawn as a draft.
[[nodiscard]] bool is_discarded(const Referral& referral);

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
/// As it is to be from now on, whole. `seen`: the draft that they changed (`written_at`). What somebody else
/// wrote since is not written over unread. Nothing: whatever it was.
struct WriteReferral {
    PersonId by;
    ReferralWords words;
    std::vector<ReferredChild> children;
    std::optional<std::uint64_t> seen = std::nullopt;
};
/// A draft that is not to be sent after all. What it says stays in the record, and nobody else learns of it.
struct DiscardReferral {
    PersonId by;
    std::string by_name;
    Instant at;
    std::string why;
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
    std::optional<std::uint64_t> seen = std::nullopt;  ///< The draft that they read.
    std::vector<CaseRef> in_case =
        {};  ///< Who is in the case when it is sent: it says nothing of anybody else.
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
/// Somebody on this side has opened it and read its steps up to that one. Nothing where that is no news.
struct ReadAfterEnd {
    PersonId by;
    int number;
};
using ReferralCommand = std::variant<BeginReferral, WriteReferral, DiscardReferral, SendReferral, TakeStep,
                                     NoticeSilence, SettleReaders, ReadAfterEnd>;

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
    opens_no_more,    ///< By a link: it was withdrawn, is closed, or belongs to somebody else.
    changed_since,    ///< Somebody else wrote in the draft after they read it.
    not_in_case,      ///< The child whom `about` names was taken out of the case, or erased there.
    higher_step,      ///< Whoever does not accept an answer takes the next step of the ladder: there is one.
};

struct ReferralRefusal {
    ReferralRefused why;
    std::string about;
    std::vector<std::string> also = {};  ///< What is missing besides, so that all of it is said at once.
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

/// How whoever raised what is not agreed may end it. Nothing else than an answer can be accepted; what came
/// to the last step, where there is no higher one to go to, may be settled there without being agreed.
struct MayEnd {
    bool accept = false;
    bool settle = false;
};
[[nodiscard]] MayEnd may_end(const Referral& referral, std::span<const std::string> ladder, Side side,
                             Instant at);

/// Whether in that step whoever raised what was not agreed ended it, and did not answer the other side.
[[nodiscard]] bool ends_own(const Referral& referral, const ReferralStep& step);

/// What the receiver has been told that it took on at meetings; of one told twice, as it was told last.
[[nodiscard]] std::vector<ActionTold> actions_told(const Referral& referral);

/// What the other organisation's copy does not have yet: from the sending on, in order.
[[nodiscard]] std::vector<ReferralEvent> missing_in(const Referral& copy, const Referral& whole);

/// Whether anything passed between the two sides after it was sent, but that it was withdrawn. What the
/// program noticed passed between nobody.
[[nodiscard]] bool was_told_more(const Referral& referral);

/// Whether the sender has sent on what was redirected last. Until then the receiver can take it back.
[[nodiscard]] bool is_sent_on(const Referral& referral);

// What the end of a referral would hide.

/// The last step by which the other side ended it, or did something after its end, and that nobody on this
/// side has opened it at since: for whoever sent it, what the police recorded or what came of an action; for
/// whoever received it, that it was withdrawn. 0 where there is none. Disagreements have a place of their
/// own.
[[nodiscard]] int unread_after_end(const Referral& referral);

/// In the receiver's copy, the last step that told of an action which they have not answered; 0 where there
/// is none.
[[nodiscard]] int action_to_answer(const Referral& referral);

// Clocks.

enum class Awaited { nobody, receiver, sender };
[[nodiscard]] Awaited awaited(ReferralState state);

/// Whether somebody without an account may still open it by a link: not what was withdrawn, is closed, or
/// belongs to somebody else.
[[nodiscard]] bool opens_by_link(ReferralState state);

/// How loud silence is: to the sender first, then to both managers.
enum class Alarm { none, sender, managers };
[[nodiscard]] Alarm alarm(const Referral& referral, Instant at);

/// After a call, the form follows within 24 hours (real time); of a call without a time of day, from the end
/// of its day.
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
    int unread_after_end = 0;
    int action_to_answer = 0;
    bool operator==(const ReferralSummary&) const = default;
};
[[nodiscard]] ReferralSummary summary_of(const Referral& referral);
[[nodiscard]] bool is_discarded(const ReferralSummary& referral);
[[nodiscard]] Alarm alarm(const ReferralSummary& referral, Instant at);

/// Whether the time of a step of the ladder is over and nobody has answered it.
[[nodiscard]] bool is_rung_late(const ReferralSummary& referral, Instant at);

}  // namespace safelead::record
