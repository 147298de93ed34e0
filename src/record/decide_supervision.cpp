#include "record/case_deciding.h"
#include "record/supervision.h"

namespace safelead::record {

Result<Done, CaseRefusal> check_supervision(const SupervisionHeld& held, Date today)
{
    SL_TRY(check_said({{"agreed", held.agreed}}, {{"when", held.when.words}}));
    if (held.lead == held.supervisor) return refuse(CaseRefused::same_person, {"supervisor"});
    if (held.by != held.lead && held.by != held.supervisor)
        return refuse(CaseRefused::not_the_one_named, {"supervisor"});
    if (held.next && *held.next < today) return refuse(CaseRefused::unknown_value, {"next-day"});
    return Done{};
}

}  // namespace safelead::record
