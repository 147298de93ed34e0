#include "app/no_names.h"

#include "record/others_names.h"

#include <algorithm>

namespace safelead::app {
namespace {

std::vector<record::OtherPerson> everybody_in(Workspace& workspace, const record::Case& of)
{
    std::vector<record::OtherPerson> people;
    for (const auto& one : of.people) {
        record::OtherPerson person{std::string{one.ref.text()}, {}, {}};
        if (!one.child)
            person.called.push_back(one.called);
        else if (const auto child = workspace.child(*one.child))
            person.identities.push_back(child->it->identity);
        people.push_back(std::move(person));
    }
    return people;
}

}  // namespace

Outcome<Done> names_nobody(Workspace& workspace, const record::Reference& reference,
                           const record::CaseCommand& change)
{
    const auto* keep = std::get_if<record::KeepRecord>(&change);
    const auto* advice = keep != nullptr ? std::get_if<record::AdviceWithoutNames>(&keep->record) : nullptr;
    if (advice == nullptr) return Done{};
    const auto of = workspace.one_case(reference);
    if (!of) return fail(NotThere{});
    const record::OthersNames names{everybody_in(workspace, *of->it), {}};
    const bool is_named = std::ranges::any_of(names.in(advice->told), [](const record::NameFound& found) {
        return found.how_sure == record::HowSure::spelled_so;
    });
    if (is_named) return fail(record::CaseRefusal{record::CaseRefused::names_nobody, {"told"}});
    return Done{};
}

}  // namespace safelead::app
