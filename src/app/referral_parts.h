#pragma once

// What both sides of a referral work with.

#include "app/carry_out.h"
#include "app/changing_case.h"
#include "app/copy_referral.h"
#include "app/referrals.h"

#include <functional>
#include <memory>

namespace safelead::app {

[[nodiscard]] record::AgencyKind agency_kind_of(directory::OrganisationKind kind);
[[nodiscard]] record::Agency agency_of(const directory::Organisation& organisation);

/// One that was sent to them, if they may do `action` to it. What their organisation sends itself is found in
/// its cases; whoever is kept out of one is answered as for what is not there.
[[nodiscard]] Outcome<FoldedReferral> find_received(Workspace& workspace, const Actor& actor,
                                                    const record::Reference& reference,
                                                    access::Action action);

/// One that was sent from that case, or is a draft there; every other is not there.
[[nodiscard]] Outcome<FoldedReferral> find_in_case(Workspace& workspace, const record::CaseId& of,
                                                   const record::Reference& reference);

/// Keeps what `decide` gives, in a referral of the case.
[[nodiscard]] Later<Outcome<ReferralChanged>> carry_out_in_referral(
    const std::shared_ptr<const ChangingCase>& changing, Bytes content, const record::Reference& referral,
    std::size_t taken_out, std::function<Outcome<Writing>()> decide);

/// Whether anybody at that organisation is known here as its LADO.
[[nodiscard]] record::LadoThere lado_at(Parts& parts, const OrganisationId& organisation);

/// The name of the other organisation, and how loud it is.
[[nodiscard]] ReferralLine line_of(Parts& parts, const record::ReferralSummary& one, record::Side side);

/// The louder first; then those that wait for somebody, then those at an end; the newest first.
void sort_lines(std::vector<ReferralLine>& lines);

[[nodiscard]] ReferralView view_of(Safelead& safelead, const Actor& actor, const FoldedReferral& referral,
                                   record::Side side);

/// That somebody who may act in it has read its steps up to `number`: what came after its end is news to
/// nobody on their side from then on. Ready at once where it is none.
[[nodiscard]] Later<Outcome<Kept>> keep_read_after_end(Parts& parts, Workspace& workspace, const Actor& actor,
                                                       const record::ReferralId& referral, int number);

/// Whether the other side has no account here, so that the sender's record holds both sides' steps.
[[nodiscard]] bool is_not_here(const record::Agency& agency);

/// One step by either side: it is decided on, and written, where the referral was sent to; then copied to
/// whoever sent it.
[[nodiscard]] Later<Outcome<ReferralChanged>> take_step(Safelead& safelead, const Actor& actor,
                                                        const CommandId& command,
                                                        const record::Referral& referral, record::Side side,
                                                        record::StepSaid said);

/// The receiver's, where they have no account: `by` acts for `who`, as it was typed, in the way that `how`
/// says.
[[nodiscard]] Later<Outcome<ReferralChanged>> take_step_for(Safelead& safelead, Actor by, std::string who,
                                                            std::string_view how, const CommandId& command,
                                                            const record::Referral& referral,
                                                            record::StepSaid said);

}  // namespace safelead::app
