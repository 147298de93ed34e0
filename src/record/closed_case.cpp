#include "record/closed_case.h"

#include "record/case_events.h"

namespace safelead::record {

bool is_for_closed_too(std::string_view type)
{
    constexpr auto is_one_of = []<class... Records>(std::string_view of) {
        return ((FieldsOf<Records>::type == of) || ...);
    };
    return is_one_of.operator()<SomethingNew, PersonKeptOut, PersonLetBackIn, CaseLocked, ReaderNamed,
                                CaseUnlocked, PoliceSaid, EntryCorrected, BasisGiven>(type);
}

}  // namespace safelead::record
