// What it has meant for one child, and how this case hangs together with another.

#include "record/decide_kept.h"
#include "record/kept_in.h"
#include "record/linked_cases.h"

#include <algorithm>

namespace safelead::record {

CaseDecided kept(const Case&, ImpactNoted impact, const Circumstances&)
{
    SL_TRY(check_said({{"words", impact.words}}, {{"when", impact.when.words}, {"told_by", impact.told_by}}));
    return std::vector<CaseEvent>{std::move(impact)};
}

CaseDecided kept(const Case& state, CasesLinked linked, const Circumstances&)
{
    SL_TRY(check_said({{"other", linked.other}, {"words", linked.words}}));
    if (linked.other == state.reference.text() || link_to(state, linked.other) != nullptr)
        return refuse(CaseRefused::linked_already, {"other"});
    return std::vector<CaseEvent>{std::move(linked)};
}

CaseDecided kept(const Case& state, CasesUnlinked unlinked, const Circumstances&)
{
    SL_TRY(check_said({{"other", unlinked.other}, {"words", unlinked.words}}));
    if (link_to(state, unlinked.other) == nullptr) return refuse(CaseRefused::not_linked, {"other"});
    return std::vector<CaseEvent>{std::move(unlinked)};
}

std::vector<CasesLinked> linked_cases(const Case& of)
{
    std::vector<CasesLinked> links;
    for (const auto& happened : of.history) {
        if (const auto* linked = std::get_if<CasesLinked>(happened.event.get())) links.push_back(*linked);
        if (const auto* unlinked = std::get_if<CasesUnlinked>(happened.event.get()))
            std::erase_if(links, [&](const auto& one) { return one.other == unlinked->other; });
    }
    return links;
}

const CasesLinked* link_to(const Case& of, std::string_view other)
{
    const CasesLinked* found = nullptr;
    for (const auto& happened : of.history) {
        if (const auto* linked = std::get_if<CasesLinked>(happened.event.get());
            linked != nullptr && linked->other == other)
            found = linked;
        if (const auto* unlinked = std::get_if<CasesUnlinked>(happened.event.get());
            unlinked != nullptr && unlinked->other == other)
            found = nullptr;
    }
    return found;
}

}  // namespace safelead::record
