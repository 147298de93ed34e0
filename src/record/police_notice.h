#pragma once

// Telling an officer means that a crime must be recorded. Where the advice is not to refer at once, whoever
// tells one is told so first: in a referral here, in one made elsewhere, and in a consultation alike
// (docs/adr/0210).

#include <initializer_list>
#include <optional>
#include <string_view>

namespace safelead::guidance {
class Pack;
}

namespace safelead::record {

struct Case;

/// `not_known` is for what was done outside, where nobody found out who the other was.
enum class AgencyKind {
    school,
    social_care,
    police,
    local_authority,
    other,
    lado,  ///< Of a local authority: allegations about somebody who works with children. docs/adr/0217.
    not_known,
};

enum class NoticeNeeded { no, yes };

/// Whether the sender was told, before the police were, that they must record a crime.
enum class PoliceNotice {
    not_needed,
    shown_and_confirmed,
    told_before,  ///< The officer knew already when the notice was first seen. It is recorded all the same.
};

/// Whether an officer may be told below this route only after the notice that recording must follow. Who may
/// be the police counts as if they were: not known is not no.
[[nodiscard]] NoticeNeeded police_notice_for(const guidance::Pack& pack, std::string_view route,
                                             AgencyKind to);

/// The same below the route that is advised in a case now; where nothing is, it is needed.
[[nodiscard]] NoticeNeeded police_notice_in(const guidance::Pack& pack, const Case& of, AgencyKind to);

/// Whether this is, or may be, the police.
[[nodiscard]] bool may_be_police(std::optional<AgencyKind> kind);

/// The kind that the notice goes by: `not_known` where another was chosen and one of the names is an
/// officer's. What is recorded is what was chosen.
[[nodiscard]] AgencyKind kind_for_notice(AgencyKind chosen, std::initializer_list<std::string_view> names);

}  // namespace safelead::record
