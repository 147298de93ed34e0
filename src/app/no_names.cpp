#include "app/no_names.h"

#include "record/others_names.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

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

/// All that is typed, each with its field.
std::array<std::pair<std::string_view, std::string_view>, 4> texts_of(
    const record::AdviceWithoutNames& advice)
{
    return {{{"person", advice.person},
             {"when", advice.when.words},
             {"told", advice.told},
             {"advised", advice.advised}}};
}

bool is_named_in(std::string_view text, const record::OthersNames& names)
{
    return std::ranges::any_of(names.in(text), [](const record::NameFound& found) {
        return found.how_sure == record::HowSure::spelled_so;
    });
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
    std::vector<std::string> naming;
    for (const auto& [field, text] : texts_of(*advice))
        if (is_named_in(text, names)) naming.emplace_back(field);
    if (naming.empty()) return Done{};
    return fail(record::CaseRefusal{record::CaseRefused::names_nobody, std::move(naming)});
}

}  // namespace safelead::app
