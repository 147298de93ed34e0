#include "directory/police_outcomes.h"

#include "base/text.h"

#include <algorithm>

namespace safelead::directory {

const OutcomeCode* find_outcome(std::span<const OutcomeCode> codes, std::string_view typed)
{
    std::string id{trim(typed)};
    // The letter after a number; no code has another.
    if (!id.empty() && id.back() == 'a') id.back() = 'A';
    const auto found = std::ranges::find(codes, id, &OutcomeCode::id);
    return found == codes.end() ? nullptr : &*found;
}

bool may_be_chosen(const OutcomeCode& code, Date day)
{
    return !(code.from && day < *code.from) && !(code.until && day > *code.until);
}

std::vector<const OutcomeCode*> choosable_on(std::span<const OutcomeCode> codes, Date day)
{
    std::vector<const OutcomeCode*> all;
    for (const auto& code : codes)
        if (may_be_chosen(code, day)) all.push_back(&code);
    return all;
}

}  // namespace safelead::directory
