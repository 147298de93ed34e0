#include "app/erasures.h"

#include "app/allow.h"
#include "app/child_records.h"
#include "app/erasing.h"
#include "app/naming.h"
#include "app/record_view.h"
#include "app/refused.h"
#include "app/what_goes.h"

#include <algorithm>
#include <map>

namespace safelead::app {
namespace {

Certificate certificate_of(Parts& parts, Workspace& workspace, const ErasureKept& kept)
{
    Naming naming{parts, workspace};
    naming.add(kept.erased.asked_by);
    naming.add(kept.erased.agreed_by);
    return {kept.erased, kept.at, std::move(naming).names()};
}

/// The certificates as they would be, as one, without what only the second person's consent gives them.
record::ChildErased would_go(Workspace& workspace, const record::ErasureAsked& asked)
{
    record::ChildErased all{record::ErasureId{""}, asked.child, asked.reason, asked.by, Instant{},
                            PersonId{""},          {},          {},           {},       asked.copies_with};
    std::vector<record::ErasedConversation> conversations;
    const auto records = records_of(workspace, asked.child);
    for (const auto& record : records) {
        auto goes = what_goes(workspace, record, records);
        for (auto& one : goes.cases)
            if (std::ranges::find(all.cases, one.of, &record::ErasedCase::of) == all.cases.end())
                all.cases.push_back(std::move(one));
        for (auto& one : goes.concerns)
            if (std::ranges::find(all.concerns, one.concern, &record::ErasedConcern::concern) ==
                all.concerns.end())
                all.concerns.push_back(std::move(one));
        for (auto& one : goes.kept_concerns)
            if (std::ranges::find(all.kept_concerns, one) == all.kept_concerns.end())
                all.kept_concerns.push_back(std::move(one));
        for (auto& one : goes.conversations)
            if (std::ranges::find(conversations, one) == conversations.end())
                conversations.push_back(std::move(one));
    }
    all.conversations = std::move(conversations);
    return all;
}

/// What all of a child's records are about.
void add_matters(ChildView& view, Workspace& workspace, const Actor& actor,
                 const std::vector<record::ChildId>& records)
{
    const auto is_new = [](const auto& all, const auto& id, auto id_of) {
        return std::ranges::none_of(all, [&](const auto& one) { return id_of(*one) == id; });
    };
    for (const auto& record : records) {
        for (const auto& of : workspace.cases_of(record))
            if (is_allowed(actor, access::Action::read_case, subject_of(workspace, *of)) &&
                is_new(view.cases, of->id, [](const auto& one) { return one.id; }))
                view.cases.push_back(of);
        for (const auto& concern : workspace.concerns_about(record))
            if (!concern->in &&
                is_allowed(actor, access::Action::read_concern, workspace.subject_of(*concern)) &&
                is_new(view.concerns, concern->reported.concern,
                       [](const auto& one) { return one.reported.concern; }))
                view.concerns.push_back(concern);
    }
    std::ranges::stable_sort(view.cases, {}, [](const auto& of) { return of->opened_at; });
}

ChildView view_of(Parts& parts, Workspace& workspace, const Actor& actor, const record::ChildId& child)
{
    ChildView view;
    const auto records = records_of(workspace, child);
    view.standing = standing_of_records(workspace, child).standing;
    Naming naming{parts, workspace};
    naming.add(child);
    if (const auto known = workspace.child(child)) view.it = known->it;
    for (const auto& record : records)
        if (const auto known = workspace.child(record)) {
            view.records.push_back(known->it);
            naming.add(record);
            for (const auto& tie : known->it->ties) naming.add(tie.other);
        }
    add_matters(view, workspace, actor, records);
    view.names = std::move(naming).names();
    if (view.standing.asked) view.would_go = would_go(workspace, *view.standing.asked);
    const auto subject = subject_of(workspace, child);
    view.may_decide = is_allowed(actor, access::Action::decide_route, subject);
    if (view.may_decide) {
        view.may_be_same = may_be_same(workspace, records);
        view.may_belong_together = may_belong_together(workspace, records);
    }
    view.may_agree = view.standing.asked && is_allowed(actor, access::Action::sign_off, subject);
    view.may_see_reads = is_allowed(actor, access::Action::see_reads, subject);
    if (view.may_decide) view.conversations = may_be_theirs(workspace, child);
    return view;
}

}  // namespace

std::vector<std::shared_ptr<const record::Conversation>> may_be_theirs(Workspace& workspace,
                                                                       const record::ChildId& child)
{
    std::map<record::Reference, std::shared_ptr<const record::Conversation>> found;
    const auto records = records_of(workspace, child);
    for (const auto& record : records)
        for (auto& one : workspace.conversations_beside(record)) found[one->started.reference] = one;
    for (const auto& record : records)
        for (const auto& one : workspace.conversations_about(record)) found.erase(one->started.reference);
    std::vector<std::shared_ptr<const record::Conversation>> all;
    for (auto& [reference, one] : found) all.push_back(std::move(one));
    return all;
}

std::string draft_of_child(const record::ChildId& child)
{
    return "child-" + std::string{child.text()};
}

access::Subject subject_of(Workspace& workspace, const record::ChildId& child)
{
    auto subject = access::of_organisation(workspace.log().organisation());
    // Where all that is known of a child is locked, so is the child's page; otherwise what is locked is left
    // out of it.
    bool all_locked = true;
    std::vector<PersonId> only_for;
    const auto add = [&](const access::Subject& about) {
        subject.routed = std::max(subject.routed, about.routed);
        std::ranges::copy(about.involved, std::back_inserter(subject.involved));
        if (about.only_for)
            std::ranges::copy(*about.only_for, std::back_inserter(only_for));
        else
            all_locked = false;
    };
    for (const auto& record : records_of(workspace, child)) {
        for (const auto& of : workspace.cases_of(record)) add(subject_of(workspace, *of));
        for (const auto& concern : workspace.concerns_about(record)) add(workspace.subject_of(*concern));
    }
    if (all_locked && !only_for.empty()) subject.only_for = std::move(only_for);
    if (const auto found = standing_of_records(workspace, child); found.standing.asked)
        subject.decided_by = found.standing.asked->by;
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
