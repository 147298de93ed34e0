#include "app/allow.h"
#include "app/concerns.h"
#include "app/naming.h"
#include "app/parts.h"

namespace safelead::app {
namespace {

auto may_see(const Actor& actor, access::Action action)
{
    return [&actor, action](const access::Subject& subject) { return is_allowed(actor, action, subject); };
}

}  // namespace

Outcome<Inbox> inbox(Safelead& safelead, const Actor& actor, Window window)
{
    SL_TRY(allow(actor, access::Action::see_inbox));
    auto& workspace = *SL_TRY(workspace_of(safelead.parts(), actor));
    const auto listed = workspace.open_concerns(may_see(actor, access::Action::read_concern), window);

    Inbox inbox;
    inbox.in_all = listed.in_all;
    inbox.unread = listed.unread;
    Naming naming{safelead.parts(), workspace};
    workspace.bring(listed.ids);
    for (const auto& id : listed.ids) {
        const auto concern = workspace.concern(id);
        if (!concern || workspace.is_stopped(stream_of(id))) continue;
        naming.add(*concern->it);
        inbox.concerns.push_back(concern->it);
    }
    inbox.names = std::move(naming).names();
    inbox.stopped = workspace.stopped_streams();
    return inbox;
}

Outcome<CaseList> list_cases(Safelead& safelead, const Actor& actor, Window window)
{
    SL_TRY(allow(actor, access::Action::see_inbox));
    auto& parts = safelead.parts();
    auto& workspace = *SL_TRY(workspace_of(parts, actor));
    const auto listed = workspace.cases(may_see(actor, access::Action::read_case), parts.now(), window);

    CaseList list;
    list.in_all = listed.in_all;
    Naming naming{parts, workspace};
    workspace.bring(listed.ids);
    for (const auto& id : listed.ids) {
        const auto of = workspace.one_case(id);
        if (!of || workspace.is_stopped(stream_of(id))) continue;
        const auto* decision = of->it->decision();
        naming.add(*of->it);
        list.cases.push_back({of->it, decision != nullptr && decision->sign_off == record::SignOff::awaited});
    }
    list.names = std::move(naming).names();
    list.stopped = workspace.stopped_streams();
    return list;
}

}  // namespace safelead::app
