#include "app/children.h"

#include "app/allow.h"
#include "app/carry_out.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/typed_fields.h"

namespace safelead::app {
namespace {

ChildFound shown(const record::Child& child)
{
    return {child.id, record::name_of(child.identity), child.identity.year_group};
}

Outcome<Writing> write_children(Workspace& workspace, const NewIds& ids, const PersonId& by, Date today,
                                const std::vector<record::Identity>& identities)
{
    Writing writing;
    for (std::size_t i = 0; i < identities.size(); ++i) {
        const auto id = ids.id<record::ChildId>("child", i);
        const auto known = workspace.child(id);
        const record::AddChild add{id, by, record::ChildKnownBy::school_list, identities[i]};
        writing.expect(stream_of(id), known ? known->position : ledger::StreamPosition::start);
        for (auto& event : SL_TRY(record::decide(known ? *known->it : record::Child{}, add, today)))
            writing.add(stream_of(id), ledger::shared_part(), std::move(event));
    }
    return writing;
}

Outcome<Workspace*> workspace_to_manage(Parts& parts, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::manage_children));
    return workspace_of(parts, actor);
}

}  // namespace

Outcome<std::vector<ChildFound>> find_children(Safelead& safelead, const Actor& actor, std::string_view typed)
{
    SL_TRY(allow(actor, access::Action::find_child));
    auto* workspace = SL_TRY(workspace_of(safelead.parts(), actor));
    std::vector<ChildFound> found;
    for (const auto& child : workspace->find_children(typed, most_children_found))
        found.push_back(shown(*child));
    return found;
}

Outcome<std::vector<ChildFound>> children_by_id(Safelead& safelead, const Actor& actor,
                                                const std::vector<record::ChildId>& children)
{
    SL_TRY(allow(actor, access::Action::find_child));
    auto* workspace = SL_TRY(workspace_of(safelead.parts(), actor));
    std::vector<ChildFound> found;
    for (const auto& id : children) {
        const auto child = workspace->child(id);
        if (child && child->it->known_by == record::ChildKnownBy::school_list)
            found.push_back(shown(*child->it));
    }
    return found;
}

Later<Outcome<std::vector<record::ChildId>>> add_children(Safelead& safelead, const Actor& actor,
                                                          const CommandId& command,
                                                          std::vector<record::Identity> identities)
{
    using Ids = std::vector<record::ChildId>;
    auto& parts = safelead.parts();
    auto workspace = workspace_to_manage(parts, actor);
    if (!workspace) return refused<Ids>(std::move(workspace).error());

    WordsGate gate;
    gate(identities);
    Said said{"add children"};
    said(identities);
    auto ids = std::make_shared<const NewIds>((*workspace)->log(), actor.person.text(), command);
    Ids children;
    for (std::size_t i = 0; i < identities.size(); ++i)
        children.push_back(ids->id<record::ChildId>("child", i));
    const auto decide = [&of = **workspace, ids, by = actor.person, today = parts.today(), identities] {
        return write_children(of, *ids, by, today, identities);
    };
    return carry_out(**workspace, {ids->command(), said.bytes(), parts.now(), {}, decide})
        .then([children](Outcome<Kept> kept) -> Outcome<Ids> {
            (void)SL_TRY(std::move(kept));
            return children;
        });
}

}  // namespace safelead::app
