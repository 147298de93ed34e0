#include "record/routing.h"

#include "base/bug.h"

namespace safelead::record {

RoutedTo route_past(StaffInvolved involved, LeadAndHead posts)
{
    switch (involved) {
        case StaffInvolved::lead:
            return posts == LeadAndHead::in_one ? RoutedTo::chair : RoutedTo::head;
        case StaffInvolved::head:
        case StaffInvolved::lead_and_head:
            return RoutedTo::chair;
        case StaffInvolved::unknown:
        case StaffInvolved::nobody:
        case StaffInvolved::someone:
            return RoutedTo::lead;
    }
    throw_bug("a kind of staff involvement that nobody routes");
}

}  // namespace safelead::record
