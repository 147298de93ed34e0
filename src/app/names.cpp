#include "app/names.h"

#include "app/importing.h"
#include "app/naming.h"
#include "app/parts.h"

namespace safelead::app {

std::string Names::of(const PersonId& person) const
{
    if (person == by_import()) return "the operator, from a list that was imported";
    const auto found = staff.find(person);
    return found == staff.end() ? "somebody who is not in the directory" : found->second;
}

std::string Names::of(const record::ChildId& child) const
{
    const auto found = children.find(child);
    return found == children.end() ? "a child whose record was erased"
                                   : record::name_of(found->second->identity);
}

Naming::Naming(Parts& parts, Workspace& workspace) : workspace_{workspace}, partnership_{parts.partnership()}
{
    for (const auto* person : partnership_->people_of(workspace.log().organisation())) add(person->id);
}

void Naming::add(const PersonId& person)
{
    if (const auto* known = partnership_->person(person)) names_.staff.emplace(person, known->name);
}

void Naming::add(const record::ChildId& child)
{
    children_.insert(child);
}

Names Naming::names() &&
{
    const std::vector<record::ChildId> children{children_.begin(), children_.end()};
    workspace_.bring(children);
    for (const auto& child : children)
        if (const auto known = workspace_.child(child)) names_.children.emplace(child, known->it);
    return std::move(names_);
}

void Naming::add(const record::Concern& concern)
{
    add(concern.reported.by);
    for (const auto& child : concern.reported.children) add(child);
    for (const auto& person : concern.reported.people_involved) add(person);
    for (const auto& person : concern.read_by) add(person);
    for (const auto& person : concern.escalated_to) add(person);
}

void Naming::add(const record::Case& of)
{
    add(of.opened_by);
    // Those who were taken out again are in the chronology still.
    for (const auto& happened : of.history) {
        if (const auto* added = std::get_if<record::PersonAdded>(happened.event.get());
            added != nullptr && added->child)
            add(*added->child);
    }
}

}  // namespace safelead::app
