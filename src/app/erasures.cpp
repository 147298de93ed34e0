#include "app/erasures.h"

#include "app/allow.h"
#include "app/erasing.h"
#include "app/naming.h"
#include "app/record_view.h"
#include "app/refused.h"
#include "app/what_goes.h"

#include <algorithm>

namespace safelead::app {
namespace {

Certificate certificate_of(Parts& parts, Workspace& workspace, const ErasureKept& kept)
{
    Naming naming{parts, workspace};
    naming.add(kept.erased.asked_by);
    naming.add(kept.erased.agreed_by);
    return {kept.erased, kept.at, std::move(naming).names()};
}

/// The certificate as it would be, without what only the second person's consent gives it.
record::ChildErased would_go(Workspace& workspace, const record::ErasureAsked& asked)
{
    auto goes = what_goes(workspace, asked.child);
    return {record::ErasureId{""},
            asked.child,
            asked.reason,
            asked.by,
            Instant{},
            PersonId{""},
            std::move(goes.cases),
            std::move(goes.concerns),
            std::move(goes.kept_concerns),
            asked.copies_with,
            std::move(goes.conversations)};
}

ChildView view_of(Parts& parts, Workspace& workspace, const Actor& actor, const record::ChildId& child)
{
    ChildView view;
    view.standing = workspace.standing_of(child);
    Naming naming{parts, workspace};
    naming.add(child);
    if (const auto known = workspace.child(child)) view.it = known->it;
    for (const auto& of : workspace.cases_of(child))
        if (is_allowed(actor, access::Action::read_case, subject_of(workspace, *of)))
            view.cases.push_back(of);
    view.names = std::move(naming).names();
    if (view.standing.asked) view.would_go = would_go(workspace, *view.standing.asked);
    const auto subject = subject_of(workspace, child);
    view.may_decide = is_allowed(actor, access::Action::decide_route, subject);
    view.may_agree = view.standing.asked && is_allowed(actor, access::Action::sign_off, subject);
    view.may_see_reads = is_allowed(actor, access::Action::see_reads, subject);
    if (view.may_decide) view.conversations = workspace.conversations_beside(child);
    return view;
}

}  // namespace

std::string draft_of_child(const record::ChildId& child)
{
    return "child-" + std::string{child.text()};
}

access::Subject subject_of(Workspace& workspace, const record::ChildId& child)
{
    auto subject = access::of_organisation(workspace.log().organisation());
    const auto add = [&subject](const access::Subject& about) {
        subject.routed = std::max(subject.routed, about.routed);
        std::ranges::copy(about.involved, std::back_inserter(subject.involved));
    };
    for (const auto& of : workspace.cases_of(child)) add(subject_of(workspace, *of));
    for (const auto& concern : workspace.concerns_about(child))
        add(subject_of(subject.organisation, *concern));
    if (const auto standing = workspace.standing_of(child); standing.asked)
        subject.decided_by = standing.asked->by;
    return subject;
}

Later<Outcome<ChildView>> view_child(Safelead& safelead, const Actor& actor, const record::ChildId& child)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<ChildView>(std::move(workspace).error());
    auto& of = **workspace;
    if (!of.child(child) && !of.standing_of(child).erased) return refused<ChildView>(NotThere{});
    if (auto allowed = allow(actor, access::Action::read_child, subject_of(of, child)); !allowed)
        return refused<ChildView>(std::move(allowed).error());
    return record_view(parts, of, actor, child.text(),
                       exchange::ChildViewed{child, actor.person, role_names(actor)})
        .then([&parts, &of, actor, child](Outcome<Kept> kept) -> Outcome<ChildView> {
            (void)SL_TRY(std::move(kept));
            return view_of(parts, of, actor, child);
        });
}

Outcome<std::vector<Certificate>> certificates(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::check_record));
    auto& parts = safelead.parts();
    auto* workspace = SL_TRY(workspace_of(parts, actor));
    std::vector<Certificate> all;
    for (const auto& kept : workspace->erasures()) all.push_back(certificate_of(parts, *workspace, kept));
    std::ranges::reverse(all);
    return all;
}

Outcome<Certificate> certificate(Safelead& safelead, const Actor& actor, const record::ErasureId& id)
{
    for (auto& one : SL_TRY(certificates(safelead, actor)))
        if (one.erased.id == id) return std::move(one);
    return fail(NotThere{});
}

}  // namespace safelead::app
