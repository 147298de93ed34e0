#include "app/notices.h"

#include "app/allow.h"
#include "app/keep_in_directory.h"
#include "app/mail_queue.h"
#include "app/parts.h"
#include "app/pass_up_tasks.h"
#include "app/referral_waits.h"
#include "app/said.h"
#include "app/second_person.h"
#include "app/serve_each.h"
#include "app/tasks.h"
#include "app/texts.h"

#include <algorithm>
#include <exception>
#include <set>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;

// Project rules.
constexpr auto between_mails = 15min;
constexpr auto looked_at_again = 10min;
constexpr auto told_kept = std::chrono::days{400};
constexpr std::size_t most_told = 2'000;

constexpr std::string_view told_kind = "notice-told";
constexpr std::string_view window_kind = "notice-window";

using Waiting = std::set<std::string>;

void add_concerns(Workspace& workspace, const Actor& actor, Waiting& waiting)
{
    Waiting unread;
    for (const auto& concern : workspace.unread_concerns()) unread.emplace(concern.id.text());
    const auto may_read = [&](const access::Subject& subject) {
        return is_allowed(actor, access::Action::read_concern, subject);
    };
    for (const auto& id : workspace.open_concerns(may_read, whole_list).ids)
        if (unread.contains(std::string{id.text()})) waiting.insert("concern/" + std::string{id.text()});
}

void add_conversations(Workspace& workspace, const Actor& actor, Waiting& waiting)
{
    const auto may_answer = [&](const access::Subject& subject) {
        return is_allowed(actor, access::Action::answer_conversation, subject);
    };
    for (const auto& one : workspace.conversations(may_answer))
        if (one.waits_since)
            waiting.insert("conversation/" + std::string{one.id.text()} + '/' + to_text(*one.waits_since));
}

void add_tasks(Safelead& safelead, const Actor& actor, Instant now, Waiting& waiting)
{
    const auto work = waiting_work(safelead, actor);
    if (!work) return;
    for (const auto& one : work->tasks)
        if (one.whose != Whose::somebody_elses && one.task->set.due <= now)
            waiting.insert("task/" + std::string{one.task->set.task.text()});
}

/// Everything of the organisation that waits for them now. Only what they may read counts: a mail about
/// something else would tell them that it is there.
Waiting waiting_for(Safelead& safelead, Workspace& workspace, const Actor& actor, Instant now)
{
    Waiting waiting;
    add_concerns(workspace, actor, waiting);
    add_conversations(workspace, actor, waiting);
    add_tasks(safelead, actor, now, waiting);
    add_second_person(*safelead.parts().partnership(), actor, waiting);
    for (auto& one : referral_waits(safelead, workspace, actor, now)) waiting.insert(std::move(one));
    return waiting;
}

class Told {
public:
    Told(Parts& parts, const Actor& actor)
        : parts_{parts},
          person_{actor.person.text()},
          id_{person_ + '/' + std::string{actor.organisation.text()}}
    {
        const auto thing = parts.passing->get(told_kind, id_, parts.now());
        if (!thing) return;
        if (auto texts = unpack_texts(thing->plaintext)) told_ = Waiting(texts->begin(), texts->end());
    }

    [[nodiscard]] bool of_all(const Waiting& waiting) const
    {
        return std::ranges::all_of(waiting, [this](const auto& one) { return told_.contains(one); });
    }

    void now_of(const Waiting& waiting)
    {
        if (waiting == told_) return;
        std::vector<std::string> texts;
        for (const auto& one : waiting)
            if (texts.size() < most_told) texts.push_back(one);
        parts_.passing->put(
            {std::string{told_kind}, id_, person_, pack_texts(texts), parts_.now() + told_kept});
    }

private:
    Parts& parts_;
    std::string person_;
    std::string id_;
    Waiting told_;
};

bool is_first_in_window(Parts& parts, const PersonId& person)
{
    const auto now = parts.now();
    return parts.passing->store().increment(window_kind, person.text(), now, now + between_mails) == 1;
}

Actor acting_in(const directory::Partnership& partnership, const directory::Organisation& organisation,
                const directory::Person& person)
{
    return {person.id,
            organisation.id,
            partnership.roles_of(person.id, organisation.id),
            SessionId{""},
            person.name,
            organisation.name,
            organisation.standing};
}

/// Whether a mail was queued.
bool tell(Safelead& safelead, Workspace& workspace, const Actor& actor)
{
    auto& parts = safelead.parts();
    const auto waiting = waiting_for(safelead, workspace, actor, parts.now());
    Told told{parts, actor};
    if (told.of_all(waiting)) {
        told.now_of(waiting);
        return false;
    }
    // Told of later, if not now: nothing is forgotten with the window.
    if (!is_first_in_window(parts, actor.person)) return false;
    put_in_queue(parts, actor.person);
    told.now_of(waiting);
    return true;
}

/// When somebody would have to be told although nothing was written.
Instant next_look(Workspace& workspace, Instant now)
{
    return std::min({now + looked_at_again, next_task_up(workspace, now).value_or(Instant::max()),
                     next_referral_wait(workspace, now).value_or(Instant::max())});
}

/// Gives how many mails were queued.
std::size_t tell_in(Safelead& safelead, const directory::Partnership& partnership,
                    const directory::Organisation& organisation)
{
    auto& parts = safelead.parts();
    std::vector<const directory::Person*> wanting;
    for (const auto* person : partnership.people_of(organisation.id))
        if (person->wants_mail) wanting.push_back(person);
    auto* log = parts.ledger().find(organisation.id);
    if (wanting.empty() || log == nullptr) return 0;
    const auto head = log->head().position;
    const auto now = parts.now();
    if (!parts.when_to_tell.may_be_due(organisation.id, head, now)) return 0;
    auto& workspace = parts.workspace(organisation.id);
    std::size_t queued = 0;
    for (const auto* person : wanting)
        if (tell(safelead, workspace, acting_in(partnership, organisation, *person))) ++queued;
    parts.when_to_tell.looked(organisation.id, head, next_look(workspace, now));
    return queued;
}

}  // namespace

directory::Notices notices_of(Safelead& safelead, const Actor& actor)
{
    const auto partnership = safelead.parts().partnership();
    const auto* person = partnership->person(actor.person);
    return person != nullptr && person->wants_mail ? directory::Notices::by_mail : directory::Notices::none;
}

Later<Outcome<Done>> set_notices(Safelead& safelead, const Actor& actor, const CommandId& command,
                                 directory::Notices notices)
{
    auto& parts = safelead.parts();
    Said said{"set notices"};
    said(notices);
    return keep_in_directory(parts, actor.person.text(), command, said,
                             directory::SetNotices{actor.person, notices});
}

std::size_t queue_notices(Safelead& safelead)
{
    const auto partnership = safelead.parts().partnership();
    std::size_t queued = 0;
    const auto failed = serve_each(partnership->organisations(), [&](const auto* organisation) {
        queued += tell_in(safelead, *partnership, *organisation);
    });
    if (failed) std::rethrow_exception(failed);
    return queued;
}

}  // namespace safelead::app
