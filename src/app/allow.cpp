#include "app/allow.h"

#include "app/parts.h"

#include <algorithm>

namespace safelead::app {
namespace {

access::Routed routed(record::RoutedTo to)
{
    switch (to) {
        case record::RoutedTo::lead:
            return access::Routed::to_lead;
        case record::RoutedTo::head:
            return access::Routed::past_lead;
        case record::RoutedTo::chair:
            return access::Routed::past_head;
    }
    throw_bug("a concern that is routed nowhere");
}

}  // namespace

bool may(const Actor& actor, access::Action action)
{
    return is_allowed(actor, action, access::of_organisation(actor.organisation));
}

access::Subject subject_of(const OrganisationId& organisation, const record::Concern& concern)
{
    return {organisation,
            routed(concern.reported.routed_to),
            concern.reported.people_involved,
            concern.escalated_to,
            concern.reported.by,
            std::nullopt,
            std::nullopt};
}

access::Subject subject_of(const OrganisationId& organisation, const record::ConcernSummary& concern)
{
    return {organisation,
            routed(concern.routed_to),
            concern.people_involved,
            concern.escalated_to,
            concern.by,
            std::nullopt,
            std::nullopt};
}

access::Subject subject_of(const OrganisationId& organisation, const record::Conversation& conversation)
{
    auto subject = access::of_organisation(organisation);
    subject.routed = routed(conversation.started.routed_to);
    return subject;
}

access::Subject subject_of(const OrganisationId& organisation,
                           const record::ConversationSummary& conversation)
{
    auto subject = access::of_organisation(organisation);
    subject.routed = routed(conversation.routed_to);
    return subject;
}

access::Subject subject_of(const OrganisationId& organisation, const record::ReferralSummary& referral)
{
    auto subject = access::of_organisation(organisation);
    if (referral.to_kind == record::AgencyKind::lado) subject.routed = access::Routed::to_lado;
    subject.involved = referral.readers.kept_out;
    subject.opened_to = referral.readers.opened_to;
    if (!referral.readers.locked_to.empty()) subject.only_for = referral.readers.locked_to;
    return subject;
}

access::Subject subject_of(Workspace& workspace, const record::Case& of)
{
    return workspace.subject_of(of);
}

Outcome<Done> allow(const Actor& actor, access::Action action, const access::Subject& subject)
{
    const auto answer = access::permit(actor.who(), action, subject);
    if (answer) return Done{};
    const auto why = answer.error();
    if (access::shown_for(action, why) == access::Shown::not_found) return fail(NotThere{});
    return fail(NotAllowed{why});
}

Outcome<Done> allow(const Actor& actor, access::Action action)
{
    return allow(actor, action, access::of_organisation(actor.organisation));
}

bool is_allowed(const Actor& actor, access::Action action, const access::Subject& subject)
{
    return access::permit(actor.who(), action, subject).has_value();
}

Outcome<Workspace*> workspace_of(Parts& parts, const Actor& actor)
{
    auto* workspace = parts.find_workspace(actor.organisation);
    if (workspace == nullptr) return fail(NotThere{});
    return workspace;
}

Outcome<FoldedConcern> find_concern(Workspace& workspace, const Actor& actor,
                                    const record::Reference& reference, access::Action action)
{
    auto found = workspace.concern(reference);
    if (!found) return fail(NotThere{});
    SL_TRY(allow(actor, action, workspace.subject_of(*found->it)));
    if (workspace.is_stopped(stream_of(found->it->reported.concern))) return fail(RecordStopped{});
    return *std::move(found);
}

Outcome<FoldedConversation> find_conversation(Workspace& workspace, const Actor& actor,
                                              const record::Reference& reference, access::Action action)
{
    auto found = workspace.conversation(reference);
    if (!found) return fail(NotThere{});
    SL_TRY(allow(actor, action, workspace.subject_of(*found->it)));
    if (workspace.is_stopped(stream_of(found->it->started.conversation))) return fail(RecordStopped{});
    return *std::move(found);
}

Outcome<FoldedCase> find_case(Workspace& workspace, const Actor& actor, const record::Reference& reference,
                              access::Action action)
{
    auto found = workspace.one_case(reference);
    if (!found) return fail(NotThere{});
    SL_TRY(allow(actor, action, subject_of(workspace, *found->it)));
    if (workspace.is_stopped(stream_of(found->it->id))) return fail(RecordStopped{});
    return *std::move(found);
}

std::vector<std::shared_ptr<const record::Case>> open_cases(Workspace& workspace, const Actor& actor,
                                                            access::Action action, Window window)
{
    return workspace.open_cases(
        [&](const access::Subject& subject) { return is_allowed(actor, action, subject); }, window);
}

}  // namespace safelead::app
