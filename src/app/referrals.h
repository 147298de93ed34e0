#pragma once

// Referrals between organisations that both work here: the sender's as a part of its case, the receiver's as
// what was sent to it and nothing else. docs/adr/0160.

#include "app/actor.h"
#include "app/names.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "directory/arrangements.h"
#include "directory/police_outcomes.h"
#include "record/case.h"
#include "record/referral.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

/// Somebody who can be referred to here.
struct AgencyHere {
    record::Agency agency;
    std::string area;
    std::string telephone;
};

/// Every other organisation that receives referrals, as real as the actor's own; by name. A local authority
/// that has a LADO stands there twice.
[[nodiscard]] std::vector<AgencyHere> agencies_here(Safelead& safelead, const Actor& actor);

/// Whose contacts and front doors apply where they work; empty if it has none.
[[nodiscard]] std::string own_area(Safelead& safelead, const Actor& actor);

/// Under which local authority somebody in a case lives, where it was noted.
struct HomeOf {
    record::CaseRef ref;
    std::string area;  ///< Empty: its front doors are not known here.
    std::string name;
};
[[nodiscard]] std::vector<HomeOf> homes_of(Safelead& safelead, const Actor& actor, const record::Case& of);

struct ReferralLine {
    record::ReferralSummary summary;
    std::string other;         ///< The other organisation's name.
    record::Reference in{""};  ///< The sender's case.
    record::Side side = record::Side::sender;
    record::Alarm alarm = record::Alarm::none;
    bool is_form_late = false;  ///< A draft whose 24 hours after the call are over.
    bool is_rung_late = false;  ///< Nobody has answered a step of the ladder in its time.
};

/// What may be chosen in a step.
struct StepOffers {
    std::vector<AgencyHere> agencies;
    std::vector<directory::Rung> ladder;  ///< Of the sender's area, or the plain one.
    std::vector<directory::OutcomeCode> outcomes;
    Date today{};
};
[[nodiscard]] StepOffers step_offers(Safelead& safelead, const Actor& actor,
                                     const std::optional<OrganisationId>& sender);

struct ReferralView {
    std::shared_ptr<const record::Referral> it;
    record::Side side = record::Side::sender;
    bool may_act = false;
    std::optional<record::Reference> of;                     ///< The sender's case.
    std::optional<record::Reference> followed;               ///< The one that was redirected here.
    record::NoticeNeeded notice = record::NoticeNeeded::no;  ///< Before it is sent, or before it was.
    std::string route_words;  ///< Of the advice that it was sent on, or would be.
    record::Alarm alarm = record::Alarm::none;
    StepOffers offers;
    std::optional<record::ReferralLink> link;  ///< For the sender: one that waits, or that somebody has open.
    std::vector<record::StrategyMeetingHeld> meetings;  ///< For the sender: that could be told.
    std::vector<record::ActionAgreed> actions;          ///< Likewise: what was taken on at any.
    Instant now{};
    std::vector<directory::Timescale> times_of_area = {};  ///< That its clock goes by.
    bool is_one_working_day = false;                       ///< What its clock gives where no area does.
    bool may_see_reads = false;
    std::vector<record::ReferredChild> left_out = {};  ///< Of a draft: who of the case is not in it, as the
                                                       ///< case has them.
};

struct ReferralChanged {
    record::Reference referral;
    std::size_t taken_out = 0;
};

// --- The sender's side. All of it is asked of the case.

/// Those of one case, the newest first.
[[nodiscard]] Outcome<std::vector<ReferralLine>> referrals_of_case(Safelead& safelead, const Actor& actor,
                                                                   const record::Reference& of);

/// Those of all cases that they may read and that are not at an end, or in which something came after it that
/// nobody here has opened: the loudest first.
[[nodiscard]] Outcome<std::vector<ReferralLine>> referrals_sent(Safelead& safelead, const Actor& actor);

struct NewReferral {
    OrganisationId to;                         ///< Empty where it is `not_here`.
    std::vector<record::CaseRef> children;     ///< Of the people in the case, those to be referred.
    std::optional<record::Reference> follows;  ///< One that was redirected: its words are taken over.
    std::optional<record::Agency> not_here = std::nullopt;  ///< Without an account. docs/adr/0185.
    bool for_lado = false;  ///< Of a local authority, and of nobody else there. docs/adr/0217.
};
/// Begins one, filled from the case. Nothing is sent.
[[nodiscard]] Later<Outcome<ReferralChanged>> begin_referral(Safelead& safelead, const Actor& actor,
                                                             const CommandId& command,
                                                             const record::Reference& of, NewReferral asked);

[[nodiscard]] Outcome<ReferralView> sent_referral(Safelead& safelead, const Actor& actor,
                                                  const record::Reference& of,
                                                  const record::Reference& referral);

/// That they have read its steps up to `number`: what the other side did after its end is news to nobody at
/// the sender's from then on. It is nothing where it is none, and where they may not act in it.
[[nodiscard]] Later<Outcome<Done>> sent_referral_read(Safelead& safelead, const Actor& actor,
                                                      const record::Reference& of,
                                                      const record::Reference& referral, int number);

/// One that was sent, to be put on paper: a reading of its own, kept before it is drawn.
[[nodiscard]] Later<Outcome<ReferralView>> referral_for_paper(Safelead& safelead, const Actor& actor,
                                                              const record::Reference& of,
                                                              const record::Reference& referral);

struct ReferralText {
    record::ReferralWords words;
    std::vector<record::ReferredChild> children;
    /// The draft that it was typed in (`written_at`): what somebody else has changed since is not written
    /// over.
    std::optional<std::uint64_t> seen = std::nullopt;
};
[[nodiscard]] Later<Outcome<ReferralChanged>> write_referral(Safelead& safelead, const Actor& actor,
                                                             const CommandId& command,
                                                             const record::Reference& of,
                                                             const record::Reference& referral,
                                                             ReferralText text);

/// Lets a draft go. It is no referral that was made, and waits for nobody; what it says stays in the record.
[[nodiscard]] Later<Outcome<ReferralChanged>> discard_referral(Safelead& safelead, const Actor& actor,
                                                               const CommandId& command,
                                                               const record::Reference& of,
                                                               const record::Reference& referral,
                                                               std::string why);

/// Sends it: it is in the sender's record, with the case's own line that a referral was made, and then in the
/// receiver's. `seen`: the draft that they read; one that was changed since is not sent. Crowded also where
/// it is sent and the one that was redirected to it still waits: the same command says it there.
[[nodiscard]] Later<Outcome<ReferralChanged>> send_referral(Safelead& safelead, const Actor& actor,
                                                            const CommandId& command,
                                                            const record::Reference& of,
                                                            const record::Reference& referral,
                                                            record::Answer notice_confirmed,
                                                            std::optional<std::uint64_t> seen = std::nullopt);

/// What the sender does after that. Of a meeting that is told, the numbers of it and of its actions are
/// enough: the case says the rest.
[[nodiscard]] Later<Outcome<ReferralChanged>> follow_referral(Safelead& safelead, const Actor& actor,
                                                              const CommandId& command,
                                                              const record::Reference& of,
                                                              const record::Reference& referral,
                                                              record::StepSaid said);

/// What an agency without an account answered, by telephone or letter, written down by the sender. `who`
/// there said so.
[[nodiscard]] Later<Outcome<ReferralChanged>> write_down_answer(Safelead& safelead, const Actor& actor,
                                                                const CommandId& command,
                                                                const record::Reference& of,
                                                                const record::Reference& referral,
                                                                record::StepSaid said, std::string who);

// --- The receiver's side.

/// All that was sent to them: the loudest first, then those open, then those at an end.
[[nodiscard]] Outcome<std::vector<ReferralLine>> received_referrals(Safelead& safelead, const Actor& actor);

/// Opens one to read it. That they did is kept before it is shown.
[[nodiscard]] Later<Outcome<ReferralView>> read_referral(Safelead& safelead, const Actor& actor,
                                                         const record::Reference& referral);

[[nodiscard]] Later<Outcome<ReferralChanged>> answer_referral(Safelead& safelead, const Actor& actor,
                                                              const CommandId& command,
                                                              const record::Reference& referral,
                                                              record::StepSaid said);

}  // namespace safelead::app
