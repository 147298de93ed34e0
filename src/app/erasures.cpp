#include "app/erasures.h"

#include "app/allow.h"
#include "app/child_records.h"
#include "app/copies_outside.h"
#include "app/erasing.h"
#include "app/naming.h"
#include "app/record_view.h"
#include "app/refused.h"
#include "app/what_goes.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace safelead::app {
namespace {

/// What of the certificates somebody may have named: what is still there, as far as they may read it; what is
/// gone, where everybody whose role reads cases could read it, or where they decided themselves.
class NamedTo {
public:
    NamedTo(Workspace& workspace, const Actor& actor)
        : workspace_{workspace},
          actor_{actor},
          reads_cases_{
              is_allowed(actor, access::Action::read_case, access::of_organisation(actor.organisation))}
    {
        for (const auto& [erased, at] : workspace.erasures())
            if (!erased.as_usual && erased.asked_by != actor.person && erased.agreed_by != actor.person)
                add_kept_from_them(erased);
    }

    [[nodiscard]] record::ChildErased named(record::ChildErased erased) const
    {
        std::erase_if(erased.cases, [this](const auto& one) { return !may_name(one); });
        std::erase_if(erased.concerns, [this](const auto& one) { return !may_name_gone(one.reference); });
        std::erase_if(erased.kept_concerns, [this](const auto& one) { return !may_name(one); });
        if (erased.conversations)
            std::erase_if(*erased.conversations,
                          [this](const auto& one) { return !may_name_gone(one.reference); });
        return erased;
    }

private:
    void add_kept_from_them(const record::ChildErased& erased)
    {
        for (const auto& one : erased.cases) kept_from_them_.insert(one.reference);
        for (const auto& one : erased.concerns) kept_from_them_.insert(one.reference);
        kept_from_them_.insert(erased.kept_concerns.begin(), erased.kept_concerns.end());
        for (const auto& one : record::conversations_in(erased)) kept_from_them_.insert(one.reference);
    }

    [[nodiscard]] bool may_name_gone(const record::Reference& reference) const
    {
        return reads_cases_ && !kept_from_them_.contains(reference);
    }

    [[nodiscard]] bool may_name(const record::ErasedCase& of) const
    {
        const auto left = workspace_.subject_of_case(of.of);
        return left ? is_allowed(actor_, access::Action::read_case, *left) : may_name_gone(of.reference);
    }

    [[nodiscard]] bool may_name(const record::Reference& concern) const
    {
        const auto left = workspace_.concern(concern);
        return left ? SeenBy{workspace_, actor_.who()}.reads(*left->it) : may_name_gone(concern);
    }

    Workspace& workspace_;
    const Actor& actor_;
    bool reads_cases_;
    std::set<record::Reference> kept_from_them_;
};

Certificate certificate_of(Parts& parts, Workspace& workspace, const NamedTo& to, const ErasureKept& kept)
{
    Naming naming{parts, workspace};
    naming.add(kept.erased.asked_by);
    naming.add(kept.erased.agreed_by);
    return {to.named(kept.erased), kept.at, std::move(naming).names()};
}

template <class Thing, class Id>
void add_new(std::vector<Thing>& all, const std::vector<Thing>& more, Id id)
{
    for (const auto& one : more)
        if (std::ranges::find(all, std::invoke(id, one), id) == all.end()) all.push_back(one);
}

/// The certificates as they would be, as one, without what only the second person's consent gives them; as
/// far as whoever looks may read it.
record::ChildErased would_go(Workspace& workspace, const record::ErasureAsked& asked,
                             const record::ChildId& child, const SeenBy& seen)
{
    record::ChildErased all{record::ErasureId{""}, asked.child, asked.reason, asked.by, Instant{},
                            PersonId{""},          {},          {},           {}};
    std::vector<record::ErasedConversation> conversations;
    for (const auto& goes : all_that_goes(workspace, child, seen).goes) {
        add_new(all.cases, goes.cases, &record::ErasedCase::of);
        add_new(all.concerns, goes.concerns, &record::ErasedConcern::concern);
        add_new(all.kept_concerns, goes.kept_concerns, std::identity{});
        add_new(conversations, goes.conversations, &record::ErasedConversation::conversation);
    }
    all.conversations = std::move(conversations);
    all.copies_with = copies_outside(workspace, asked.copies_with, all.cases);
    return all;
}

/// What all of a child's records are about.
void add_matters(ChildView& view, Workspace& workspace, const SeenBy& seen,
                 const std::vector<record::ChildId>& records)
{
    const auto is_new = [](const auto& all, const auto& id, auto id_of) {
        return std::ranges::none_of(all, [&](const auto& one) { return id_of(*one) == id; });
    };
    for (const auto& record : records) {
        for (const auto& of : workspace.cases_of(record))
            if (seen.reads(*of) && is_new(view.cases, of->id, [](const auto& one) { return one.id; }))
                view.cases.push_back(of);
        for (const auto& concern : workspace.concerns_about(record))
            if (!concern->in && seen.reads(*concern) &&
                is_new(view.concerns, concern->reported.concern,
                       [](const auto& one) { return one.reported.concern; }))
                view.concerns.push_back(concern);
    }
    std::ranges::stable_sort(view.cases, {}, [](const auto& of) { return of->opened_at; });
}

ChildView view_of(Parts& parts, Workspace& workspace, const Actor& actor, const record::ChildId& child)
{
    ChildView view;
    const SeenBy seen{workspace, actor.who()};
    const auto records = seen.records_of(child);
    view.standing = standing_of_records(workspace, child, records).standing;
    Naming naming{parts, workspace};
    naming.add(child);
    for (const auto& record : records)
        if (const auto known = workspace.child(record)) {
            const auto it = view.records.emplace_back(seen.as_seen(known->it));
            if (record == child) view.it = it;
            naming.add(record);
            for (const auto& tie : it->ties) naming.add(tie.other);
        }
    add_matters(view, workspace, seen, records);
    view.names = std::move(naming).names();
    view.sent_to = sent_to(workspace, view.cases);
    if (view.standing.asked) view.would_go = would_go(workspace, *view.standing.asked, child, seen);
    view.may_decide = seen.may(access::Action::decide_route, child);
    if (view.may_decide) {
        view.may_be_same = may_be_same(workspace, records, seen);
        view.may_belong_together = may_belong_together(workspace, records, seen);
        view.conversations = may_be_theirs(workspace, child, seen);
    }
    view.may_agree = view.standing.asked && seen.may(access::Action::sign_off, child);
    view.may_see_reads = seen.may(access::Action::see_reads, child);
    return view;
}

}  // namespace

std::vector<std::shared_ptr<const record::Conversation>> led_to_their_cases(Workspace& workspace,
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

std::vector<std::shared_ptr<const record::Conversation>> may_be_theirs(Workspace& workspace,
                                                                       const record::ChildId& child,
                                                                       const SeenBy& seen)
{
    auto offered = led_to_their_cases(workspace, child);
    std::erase_if(offered, [&seen](const auto& one) { return !seen.reads(*one); });
    return offered;
}

std::string draft_of_child(const record::ChildId& child)
{
    return "child-" + std::string{child.text()};
}

Later<Outcome<ChildView>> view_child(Safelead& safelead, const Actor& actor, const record::ChildId& child)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<ChildView>(std::move(workspace).error());
    auto& of = **workspace;
    if (!of.child(child) && !of.standing_of(child).erased) return refused<ChildView>(NotThere{});
    if (auto allowed = SeenBy{of, actor.who()}.allow(access::Action::read_child, child); !allowed)
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
    const NamedTo to{*workspace, actor};
    for (const auto& kept : workspace->erasures()) all.push_back(certificate_of(parts, *workspace, to, kept));
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
