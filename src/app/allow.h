#pragma once

// What `access` is asked about, and what its answer looks like from outside.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/workspace.h"

namespace safelead::app {

/// What each is about by itself. What became of it says more: ask the workspace (Workspace::subject_of).
[[nodiscard]] access::Subject subject_of(const OrganisationId& organisation, const record::Concern& concern);

[[nodiscard]] access::Subject subject_of(const OrganisationId& organisation,
                                         const record::ConcernSummary& concern);

[[nodiscard]] access::Subject subject_of(const OrganisationId& organisation,
                                         const record::Conversation& conversation);
[[nodiscard]] access::Subject subject_of(const OrganisationId& organisation,
                                         const record::ConversationSummary& conversation);

/// A referral, at the organisation that it was sent to.
[[nodiscard]] access::Subject subject_of(const OrganisationId& organisation,
                                         const record::ReferralSummary& referral);

/// A case is about all that its concerns are about.
[[nodiscard]] access::Subject subject_of(Workspace& workspace, const record::Case& of);

[[nodiscard]] Outcome<Done> allow(const Actor& actor, access::Action action, const access::Subject& subject);

/// For what is about the organisation and no matter of it.
[[nodiscard]] Outcome<Done> allow(const Actor& actor, access::Action action);

[[nodiscard]] bool is_allowed(const Actor& actor, access::Action action, const access::Subject& subject);

/// The actor's workspace.
class Parts;
[[nodiscard]] Outcome<Workspace*> workspace_of(Parts& parts, const Actor& actor);

/// A concern or a case by what the pages call it, if they may do `action` to it. Where they may not even know
/// of it, the answer is the one for what is not there.
[[nodiscard]] Outcome<FoldedConcern> find_concern(Workspace& workspace, const Actor& actor,
                                                  const record::Reference& reference, access::Action action);
[[nodiscard]] Outcome<FoldedConversation> find_conversation(Workspace& workspace, const Actor& actor,
                                                            const record::Reference& reference,
                                                            access::Action action);
[[nodiscard]] Outcome<FoldedCase> find_case(Workspace& workspace, const Actor& actor,
                                            const record::Reference& reference, access::Action action);

/// Open cases, whole, that they may do `action` to: the newest first.
[[nodiscard]] std::vector<std::shared_ptr<const record::Case>> open_cases(Workspace& workspace,
                                                                          const Actor& actor,
                                                                          access::Action action,
                                                                          Window window = whole_list);

/// Those that a report or a conversation may be joined to, in a list that somebody still reads.
inline constexpr Window cases_to_join{0, 100};

}  // namespace safelead::app
