#include "web/forms/agency_kind.h"

#include "web/pages/words.h"

#include <array>

namespace safelead::web {

namespace {

using record::AgencyKind;
using record::PoliceNotice;

constexpr std::array kinds{
    Option<AgencyKind>{"social-care", AgencyKind::social_care},
    Option<AgencyKind>{"police", AgencyKind::police},
    Option<AgencyKind>{"local-authority", AgencyKind::local_authority},
    Option<AgencyKind>{"school", AgencyKind::school},
    Option<AgencyKind>{"other", AgencyKind::other},
    Option<AgencyKind>{"not-known", AgencyKind::not_known},
};

constexpr std::array notices{
    Option<PoliceNotice>{"known", PoliceNotice::shown_and_confirmed},
    Option<PoliceNotice>{"told-before", PoliceNotice::told_before},
};

}  // namespace

std::span<const Option<AgencyKind>> agency_kinds()
{
    return kinds;
}

std::optional<AgencyKind> read_agency_kind(FormReader& read)
{
    const auto kind = read.choice<AgencyKind>("kind", kinds);
    if (!kind) read.wrong("kind", "Choose what kind of agency it is, or that you don’t know"_p);
    return kind;
}

std::optional<PoliceNotice> read_police_notice(FormReader& read)
{
    return read.choice<PoliceNotice>("notice", notices);
}

}  // namespace safelead::web
