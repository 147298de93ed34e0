#include "app/allow.h"
#include "app/carry_out.h"
#include "app/concerns.h"
#include "app/naming.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/record_view.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/write_concern.h"
#include "crypto/random.h"

#include <algorithm>

namespace safelead::app {
namespace {

using Cases = std::vector<std::shared_ptr<const record::Case>>;

class Showing {
public:
    Showing(Parts& parts, Workspace& workspace, const Actor& actor)
        : parts_{parts}, workspace_{workspace}, actor_{actor}
    {
    }

    ConcernView view(std::shared_ptr<const record::Concern> concern) const
    {
        ConcernView view;
        view.it = std::move(concern);
        const auto subject = workspace_.subject_of(*view.it);
        view.may_settle = is_allowed(actor_, access::Action::settle_concern, subject);
        view.may_see_reads = is_allowed(actor_, access::Action::see_reads, subject);
        if (view.it->in) view.in = readable(*view.it->in);
        if (view.may_settle)
            view.open_cases = open_cases(workspace_, actor_, access::Action::change_case, cases_to_join);
        view.same_child = same_child(*view.it);

        Naming naming{parts_, workspace_};
        naming.add(*view.it);
        for (const auto* cases : {&view.open_cases, &view.same_child})
            for (const auto& of : *cases) naming.add(*of);
        view.names = std::move(naming).names();
        return view;
    }

private:
    bool may(access::Action action, const record::Case& of) const
    {
        return is_allowed(actor_, action, subject_of(workspace_, of)) &&
               !workspace_.is_stopped(stream_of(of.id));
    }

    std::shared_ptr<const record::Case> readable(const record::CaseId& id) const
    {
        const auto found = workspace_.one_case(id);
        if (!found || !may(access::Action::read_case, *found->it)) return nullptr;
        return found->it;
    }

    Cases same_child(const record::Concern& concern) const
    {
        Cases cases;
        for (const auto& child : concern.reported.children)
            for (const auto& of : workspace_.cases_of(child))
                if (may(access::Action::read_case, *of) && std::ranges::find(cases, of) == cases.end())
                    cases.push_back(of);
        return cases;
    }

    Parts& parts_;
    Workspace& workspace_;
    const Actor& actor_;
};

}  // namespace

Later<Outcome<ConcernView>> read_concern(Safelead& safelead, const Actor& actor,
                                         const record::Reference& reference)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<ConcernView>(std::move(workspace).error());
    auto& of = **workspace;
    auto found = find_concern(of, actor, reference, access::Action::read_concern);
    if (!found) return refused<ConcernView>(std::move(found).error());

    const auto id = found->it->reported.concern;
    const auto decide = [&of, id, by = actor.person]() -> Outcome<Writing> {
        Writing writing;
        SL_TRY(write_concern(writing, of, id, record::ReadConcern{by}));
        return writing;
    };
    return record_view(parts, of, actor, id.text(),
                       exchange::ConcernViewed{id, actor.person, role_names(actor)})
        .then([&parts, &of, decide](Outcome<Kept> kept) -> Later<Outcome<Kept>> {
            if (!kept) return kept;
            return carry_out(
                of, {crypto::random_id<CommandId>(), Said{"read concern"}.bytes(), parts.now(), {}, decide});
        })
        .then([&parts, &of, id, actor](Outcome<Kept> kept) -> Outcome<ConcernView> {
            (void)SL_TRY(std::move(kept));
            const auto known = of.concern(id);
            if (!known) return fail(NotThere{});  // Erased a moment ago.
            return Showing{parts, of, actor}.view(known->it);
        });
}

Later<Outcome<ConcernSettled>> keep_without_case(Safelead& safelead, const Actor& actor,
                                                 const CommandId& command, const record::Reference& reference,
                                                 std::string reason)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<ConcernSettled>(std::move(workspace).error());
    auto& of = **workspace;
    auto found = find_concern(of, actor, reference, access::Action::settle_concern);
    if (!found) return refused<ConcernSettled>(std::move(found).error());

    WordsGate gate;
    gate(reason);
    Said said{"keep without case"};
    said(reference);
    said(reason);
    const NewIds ids{of.log(), actor.person.text(), command};
    const auto decide = [&of, id = found->it->reported.concern, by = actor.person,
                         reason]() -> Outcome<Writing> {
        Writing writing;
        SL_TRY(write_concern(writing, of, id, record::KeepWithoutCase{by, reason}));
        return writing;
    };
    return carry_out(of, {ids.command(), said.bytes(), parts.now(), std::string{reference.text()}, decide})
        .then([taken_out = gate.taken_out()](Outcome<Kept> kept) -> Outcome<ConcernSettled> {
            (void)SL_TRY(std::move(kept));
            return ConcernSettled{taken_out};
        });
}

}  // namespace safelead::app
