#include "app/conversations.h"

#include "app/allow.h"
#include "app/carry_out.h"
#include "app/cases.h"
#include "app/naming.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/record_view.h"
#include "app/refused.h"
#include "app/reporting.h"
#include "app/said.h"
#include "app/write_conversation.h"
#include "crypto/random.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

access::Subject subject_of_opening(Workspace& workspace, const record::Conversation& of,
                                   const record::NameOpening& opening)
{
    auto subject = workspace.subject_of(of);
    subject.decided_by = opening.opened.by;
    return subject;
}

/// The name that was left, for somebody who has opened it.
std::optional<std::string> opened_name(Workspace& workspace, const record::ConversationId& conversation)
{
    std::optional<std::string> name;
    const auto stream = stream_of_name(conversation);
    for (const auto& entry : workspace.log().read_what_opens(stream).entries) {
        if (entry.readable == ledger::Readable::erased) continue;
        const auto event = event_of(stream, entry.plaintext);
        if (!event) continue;
        if (const auto* left = std::get_if<std::shared_ptr<const record::NameEvent>>(&*event))
            name = std::get<record::NameLeft>(**left).words;
    }
    return name;
}

Outcome<ConversationView> view_of(Parts& parts, Workspace& workspace, const Actor& actor,
                                  const record::ConversationId& id)
{
    const auto found = workspace.conversation(id);
    if (!found) return fail(NotThere{});  // Erased a moment ago.
    ConversationView view;
    view.it = found->it;
    const auto subject = workspace.subject_of(*view.it);
    view.may_answer = is_allowed(actor, access::Action::answer_conversation, subject);
    view.may_see_reads = is_allowed(actor, access::Action::see_reads, subject);
    view.code_ends = record::code_ends(*view.it);
    if (view.it->shows_name_to(actor.person)) view.name = opened_name(workspace, id);
    int number = 0;
    for (const auto& opening : view.it->openings) {
        ++number;
        const auto about = subject_of_opening(workspace, *view.it, opening);
        if (opening.awaits_review() && is_allowed(actor, access::Action::review_name_opening, about))
            view.to_review.push_back(number);
    }
    Naming naming{parts, workspace};
    for (const auto& message : view.it->messages)
        if (message.by) naming.add(*message.by);
    for (const auto& opening : view.it->openings) naming.add(opening.opened.by);
    if (view.it->concern) {
        if (const auto concern = workspace.concern(*view.it->concern))
            view.concern = concern->it->reported.reference;
    } else if (view.may_answer) {
        view.open_cases = open_cases(workspace, actor, access::Action::change_case, cases_to_join);
        for (const auto& of : view.open_cases) naming.add(*of);
    }
    view.names = std::move(naming).names();
    return view;
}

Later<Outcome<Kept>> keep_that_it_was_read(Parts& parts, Workspace& workspace, const Actor& actor,
                                           const record::ConversationId& id)
{
    const auto decide = [&workspace, id, by = actor.person]() -> Outcome<Writing> {
        Writing writing;
        SL_TRY(write_conversation(writing, workspace, id, record::ReadConversation{by}));
        return writing;
    };
    return carry_out(
        workspace,
        {crypto::random_id<CommandId>(), Said{"read conversation"}.bytes(), parts.now(), {}, decide});
}

access::Action action_for(const ConversationChange& change)
{
    if (std::holds_alternative<record::ReviewNameOpening>(change)) return access::Action::review_name_opening;
    return access::Action::answer_conversation;
}

/// Whoever opened a name for danger is never the second person.
Outcome<Done> allow_review(Workspace& workspace, const Actor& actor, const record::Conversation& of,
                           const record::ReviewNameOpening& review)
{
    if (review.number < 1 || static_cast<std::size_t>(review.number) > of.openings.size())
        return fail(record::ConversationRefusal::no_such_opening);
    const auto& opening = of.openings[static_cast<std::size_t>(review.number - 1)];
    return allow(actor, access::Action::review_name_opening, subject_of_opening(workspace, of, opening));
}

void each_text(ConversationChange& change, const std::function<void(std::string&)>& visit)
{
    if (auto* answer = std::get_if<record::AnswerYoungPerson>(&change)) visit(answer->words);
    if (auto* ask = std::get_if<record::AskForName>(&change)) visit(ask->why);
    if (auto* open = std::get_if<record::OpenName>(&change)) visit(open->reason);
    if (auto* review = std::get_if<record::ReviewNameOpening>(&change)) visit(review->words);
    if (auto* end = std::get_if<record::EndConversation>(&change)) visit(end->words);
}

Said said_of(ConversationChange& change)
{
    Said said{"change conversation"};
    said(change.index());
    if (const auto* open = std::get_if<record::OpenName>(&change)) said(open->basis);
    if (const auto* review = std::get_if<record::ReviewNameOpening>(&change)) {
        said(review->number);
        said(review->found);
    }
    each_text(change, [&said](const std::string& text) { said.text(text); });
    return said;
}

record::ConversationCommand command_of(ConversationChange change, const PersonId& by)
{
    return std::visit(
        [&by](auto one) -> record::ConversationCommand {
            one.by = by;
            return one;
        },
        std::move(change));
}

Report report_of(const record::Conversation& of, const ConcernOfConversation& asked)
{
    const auto reference = of.started.reference.text();
    const auto account = record::account_of(of);
    Report report;
    report.not_on_list.push_back(
        {asked.who.empty() ? fmt::format("Not known: wrote in {}", reference) : asked.who, {}});
    report.words = account.words;
    report.when.words = "See when each message was written, in the conversation.";
    report.where = fmt::format("Written to the school without an account, in conversation {}.{}", reference,
                               account.is_all ? "" : " There is more in it than fits here.");
    report.danger_now = asked.danger_now;
    report.staff_involved = of.started.staff_involved;
    return report;
}

}  // namespace

std::string draft_of_conversation(std::string_view form, const record::Reference& conversation)
{
    return fmt::format("{}-{}", form, conversation.text());
}

Outcome<Conversations> conversations(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::see_inbox));
    auto& workspace = *SL_TRY(workspace_of(safelead.parts(), actor));
    Conversations list;
    list.all = workspace.conversations([&actor](const access::Subject& subject) {
        return is_allowed(actor, access::Action::read_conversation, subject);
    });
    for (const auto& one : list.all) {
        const bool by_another = std::ranges::any_of(
            one.opened_by, [&actor](const PersonId& person) { return person != actor.person; });
        if (by_another) list.to_review.push_back(one.reference);
    }
    return list;
}

Later<Outcome<ConversationView>> read_conversation(Safelead& safelead, const Actor& actor,
                                                   const record::Reference& reference)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<ConversationView>(std::move(workspace).error());
    auto& of = **workspace;
    auto found = find_conversation(of, actor, reference, access::Action::read_conversation);
    if (!found) return refused<ConversationView>(std::move(found).error());

    const auto id = found->it->started.conversation;
    return record_view(parts, of, actor, id.text(),
                       exchange::ConversationViewed{id, actor.person, role_names(actor)})
        .then([&parts, &of, actor, id](Outcome<Kept> kept) -> Later<Outcome<Kept>> {
            if (!kept) return kept;
            return keep_that_it_was_read(parts, of, actor, id);
        })
        .then([&parts, &of, actor, id](Outcome<Kept> kept) -> Outcome<ConversationView> {
            (void)SL_TRY(std::move(kept));
            return view_of(parts, of, actor, id);
        });
}

Later<Outcome<ConversationChanged>> change_conversation(Safelead& safelead, const Actor& actor,
                                                        const CommandId& command,
                                                        const record::Reference& reference,
                                                        ConversationChange change)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<ConversationChanged>(std::move(workspace).error());
    auto& of = **workspace;
    const auto* review = std::get_if<record::ReviewNameOpening>(&change);
    auto found = find_conversation(
        of, actor, reference, review != nullptr ? access::Action::read_conversation : action_for(change));
    if (!found) return refused<ConversationChanged>(std::move(found).error());
    if (review != nullptr)
        if (auto allowed = allow_review(of, actor, *found->it, *review); !allowed)
            return refused<ConversationChanged>(std::move(allowed).error());

    WordsGate gate;
    each_text(change, [&gate](std::string& text) { gate(text); });
    const auto said = said_of(change);
    const NewIds ids{of.log(), actor.person.text(), command};
    const auto id = found->it->started.conversation;
    const auto decide = [&of, id, asked = command_of(std::move(change), actor.person)]() -> Outcome<Writing> {
        Writing writing;
        SL_TRY(write_conversation(writing, of, id, asked));
        return writing;
    };
    return carry_out(of, {ids.command(), said.bytes(), parts.now(), std::string{reference.text()}, decide})
        .then([taken_out = gate.taken_out()](Outcome<Kept> kept) -> Outcome<ConversationChanged> {
            (void)SL_TRY(std::move(kept));
            return ConversationChanged{taken_out};
        });
}

Later<Outcome<Reported>> make_concern(Safelead& safelead, const Actor& actor, const CommandId& command,
                                      const record::Reference& reference, ConcernOfConversation asked)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<Reported>(std::move(workspace).error());
    auto& of = **workspace;
    auto found = find_conversation(of, actor, reference, access::Action::answer_conversation);
    if (!found) return refused<Reported>(std::move(found).error());
    const auto id = found->it->started.conversation;
    auto also = [&of, id, by = actor.person](Writing& writing, const record::ConcernId& concern) {
        return write_conversation(writing, of, id, record::MakeConcern{by, concern});
    };
    return report_concern_and(safelead, actor, command, report_of(*found->it, asked), also)
        .then([&safelead, actor, command,
               join = asked.join](Outcome<Reported> reported) -> Later<Outcome<Reported>> {
            if (!reported || !join) return reported;
            const CommandId joining{fmt::format("{}-join", command.text())};
            return join_concern(safelead, actor, joining, *join, reported->reference)
                .then([reported](Outcome<CaseChanged> joined) -> Outcome<Reported> {
                    if (!joined) return fail(std::move(joined).error());
                    return *reported;
                });
        });
}

}  // namespace safelead::app
