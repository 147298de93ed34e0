#include "app/allow.h"
#include "app/concerns.h"
#include "app/naming.h"
#include "app/parts.h"
#include "record/what_is_open.h"

#include <algorithm>
#include <iterator>

namespace safelead::app {
namespace {

class FillingInbox {
public:
    FillingInbox(Parts& parts, const Workspace& workspace, const Actor& actor)
        : parts_{parts}, workspace_{workspace}, actor_{actor}, naming_{parts, workspace}
    {
    }

    Inbox filled() &&
    {
        for (const auto& concern : workspace_.open_concerns()) add(concern);
        for (const auto& of : workspace_.cases()) add(of);
        sort();
        inbox_.names = std::move(naming_).names();
        inbox_.stopped = workspace_.stopped_streams();
        return std::move(inbox_);
    }

private:
    void add(const std::shared_ptr<const record::Concern>& concern)
    {
        const auto subject = subject_of(actor_.organisation, *concern);
        if (!is_allowed(actor_, access::Action::read_concern, subject)) return;
        if (workspace_.is_stopped(stream_of(concern->reported.concern))) return;
        naming_.add(*concern);
        if (concern->is_unread()) ++inbox_.unread;
        inbox_.concerns.push_back(concern);
    }

    void add(const std::shared_ptr<const record::Case>& of)
    {
        if (!is_allowed(actor_, access::Action::read_case, subject_of(workspace_, *of))) return;
        if (workspace_.is_stopped(stream_of(of->id))) return;
        const auto* pack = parts_.packs.find(of->edition);
        InboxCase shown{of};
        if (pack != nullptr) shown.urgency = record::urgency(*of, *pack, parts_.now());
        shown.tasks_to_do = record::tasks_to_do(*of).size();
        shown.sign_off_awaited =
            of->decision() != nullptr && of->decision()->sign_off == record::SignOff::awaited;
        naming_.add(*of);
        auto& where = of->state == record::CaseState::open ? inbox_.open_cases : inbox_.closed_cases;
        where.push_back(std::move(shown));
    }

    void sort()
    {
        // Among those as urgent as each other, whoever has waited longest comes first.
        std::ranges::sort(inbox_.concerns, [](const auto& one, const auto& other) {
            return std::tuple{-one->urgency(), one->reported_at} <
                   std::tuple{-other->urgency(), other->reported_at};
        });
        std::ranges::sort(inbox_.open_cases, [](const auto& one, const auto& other) {
            return std::tuple{-one.urgency, one.it->opened_at} <
                   std::tuple{-other.urgency, other.it->opened_at};
        });
        std::ranges::sort(inbox_.closed_cases, [](const auto& one, const auto& other) {
            return one.it->opened_at > other.it->opened_at;
        });
    }

    Parts& parts_;
    const Workspace& workspace_;
    const Actor& actor_;
    Naming naming_;
    Inbox inbox_;
};

}  // namespace

Outcome<Inbox> inbox(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::see_inbox));
    const auto* workspace = SL_TRY(workspace_of(safelead.parts(), actor));
    return FillingInbox{safelead.parts(), *workspace, actor}.filled();
}

}  // namespace safelead::app
