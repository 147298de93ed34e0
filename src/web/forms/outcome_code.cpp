#include "web/forms/outcome_code.h"

#include "web/pages/words.h"

namespace safelead::web {

std::optional<Phrase> wrong_outcome(std::string& code, std::span<const directory::OutcomeCode> codes,
                                    Date day)
{
    if (code.empty()) return std::nullopt;
    const auto* found = directory::find_outcome(codes, code);
    if (found == nullptr) return "This is no outcome code: 1 to 22, or 1A, 2A, 3A"_p;
    if (!directory::may_be_chosen(*found, day))
        return "This code was not in use on that day. Check the code and the day"_p;
    code = found->id;
    return std::nullopt;
}

}  // namespace safelead::web
