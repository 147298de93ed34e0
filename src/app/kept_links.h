#pragma once

// How a link to a referral is kept until somebody opens it, and the pass of whoever did: as passing things,
// of which nobody who reads them learns the link, its code or the pass. docs/adr/0186, docs/adr/0241.

#include "app/cases.h"
#include "app/parts.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::app {

/// What a link or a pass opens.
struct SharedByLink {
    OrganisationId sender;
    record::ReferralId referral;
    std::string whom;
    std::string code_digest;
};

/// A link that nobody has opened, and what it opens.
struct LinkKept {
    SharedByLink shared;
    ledger::PassingThing thing;
};

[[nodiscard]] std::string link_digest(std::string_view what, std::string_view secret);
[[nodiscard]] Bytes packed_link(const SharedByLink& shared);
[[nodiscard]] std::optional<SharedByLink> unpacked_link(BytesView plaintext);

/// What it opens, in the sender's record. Nothing where that is not there, or stops.
[[nodiscard]] std::optional<FoldedReferral> referral_shared(Parts& parts, const SharedByLink& shared);

/// However it was typed: spaces and hyphens say nothing, nor do capitals.
[[nodiscard]] std::string plain_secret(std::string_view typed);

/// Whether a link is to be kept so that it can be opened. The page that shows one is the answer to the form
/// that makes it: loaded again, it sends the same command again, and changes nothing of a link that waits, is
/// open, is over or has another in its place. What was kept in the record, and went no further then, is made
/// good.
[[nodiscard]] bool is_link_to_be_kept(Parts& parts, const CaseChanged& made,
                                      const record::ReferralLink* stands, const ledger::PassingThing& link);

/// After some of these the link opens no more.
void count_wrong_code(Parts& parts, const ledger::PassingThing& link);

/// A link and its code, of what is at an end.
[[nodiscard]] bool is_link_ended(Parts& parts, const std::string& id, const std::string& code_digest);

/// Of two who open it at once, at whatever servers, one is the first; the other has nothing. Only once the
/// record says that it was opened: an opening that is not known to be kept leaves the link as it was, and
/// sent again is recorded once.
/// @throws Unavailable when the pass could not be kept: nobody has seen anything, and the link can be opened
/// in a moment, unless it is already gone and only the store's answer was lost.
[[nodiscard]] std::optional<std::string> pass_for(Parts& parts, const LinkKept& link, Instant opened);

/// What a pass is kept as.
[[nodiscard]] std::string pass_id(const std::string& pass);

/// Nothing when it is over.
[[nodiscard]] std::optional<SharedByLink> shared_by_pass(Parts& parts, const std::string& pass);

/// Whose link it came of, also a few days after it is over.
[[nodiscard]] std::optional<OrganisationId> maker_of(Parts& parts, const std::string& pass);

/// Those that nobody has opened, and the passes of those that somebody has.
void forget_links(Parts& parts, const record::ReferralId& referral);

/// Nobody opens it by a link any more, and whoever has it open sees nothing from their next request on.
/// Whoever comes with a link and its code is told that it is at an end.
void end_links(Parts& parts, const record::ReferralId& referral);

}  // namespace safelead::app
