#include "record/police_notice.h"

#include "guidance/pack.h"
#include "record/case.h"
#include "record/officer_words.h"

#include <algorithm>

namespace safelead::record {

bool may_be_police(std::optional<AgencyKind> kind)
{
    return kind == AgencyKind::police || kind == AgencyKind::not_known;
}

AgencyKind kind_for_notice(AgencyKind chosen, std::initializer_list<std::string_view> names)
{
    if (may_be_police(chosen)) return chosen;
    return std::ranges::any_of(names, has_officer_words) ? AgencyKind::not_known : chosen;
}

NoticeNeeded police_notice_for(const guidance::Pack& pack, std::string_view route, AgencyKind to)
{
    if (!may_be_police(to)) return NoticeNeeded::no;
    const auto severity_of = [&pack](std::string_view code) {
        const auto found = std::ranges::find(pack.routes(), code,
                                             [](const guidance::Route& one) { return one.code.text(); });
        return found == pack.routes().end() ? 0 : found->severity;
    };
    const bool refers_at_once = severity_of(route) >= severity_of("REFER_IMMEDIATE");
    return refers_at_once ? NoticeNeeded::no : NoticeNeeded::yes;
}

NoticeNeeded police_notice_in(const guidance::Pack& pack, const Case& of, AgencyKind to)
{
    return police_notice_for(pack, of.advice ? of.advice->advice.route.text() : std::string_view{}, to);
}

}  // namespace safelead::record
