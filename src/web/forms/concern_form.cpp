#include "web/forms/concern_form.h"

#include "base/text.h"
#include "web/pages/words.h"

#include <utility>

namespace safelead::web {

namespace {

using record::Answer;
using record::StaffExposure;
using record::StaffInvolved;

constexpr Option<Answer> answers[] = {{"yes", Answer::yes}, {"no", Answer::no}, {"unknown", Answer::unknown}};

constexpr Option<StaffInvolved> involved[] = {
    {"nobody", StaffInvolved::nobody},
    {"someone", StaffInvolved::someone},
    {"lead", StaffInvolved::lead},
    {"head", StaffInvolved::head},
    {"lead_and_head", StaffInvolved::lead_and_head},
    {"unknown", StaffInvolved::unknown},
};

constexpr Option<StaffExposure> exposures[] = {
    {"none", StaffExposure::none},
    {"accidental", StaffExposure::accidental},
    {"authorised_viewing", StaffExposure::authorised_viewing},
    {"copied", StaffExposure::copied},
    {"unknown", StaffExposure::unknown},
};

std::vector<record::Identity> unlisted_in(const std::string& lines)
{
    std::vector<record::Identity> unlisted;
    for (const auto line : split(lines, '\n'))
        if (!trim(line).empty()) unlisted.push_back(parse_unlisted(line));
    return unlisted;
}

}  // namespace

record::Identity parse_unlisted(std::string_view line)
{
    record::Identity identity;
    const auto comma = line.find(',');
    const auto name = trim(line.substr(0, comma));
    const auto space = name.rfind(' ');
    identity.given_name = std::string{trim(name.substr(0, space))};
    if (space != std::string_view::npos) identity.family_name = std::string{name.substr(space + 1)};
    if (comma != std::string_view::npos) identity.school = std::string{trim(line.substr(comma + 1))};
    return identity;
}

Result<ConcernTyped, FormErrors> parse_concern(const FormFields& typed, const directory::Zone& zone)
{
    FormReader read{typed, zone};
    ConcernTyped concern{.command = read.command(),
                         .children = {},
                         .unlisted = unlisted_in(read.words("unlisted")),
                         .words = {},
                         .when = {},
                         .where = {},
                         .danger_now = Answer::unknown,
                         .child_now = {},
                         .staff_involved = StaffInvolved::unknown,
                         .people_involved = {},
                         .told_lead_in_person = Answer::unknown,
                         .staff_exposure = StaffExposure::unknown};
    for (const auto id : typed.all("child")) concern.children.emplace_back(std::string{id});
    for (const auto id : typed.all("staff")) concern.people_involved.emplace_back(std::string{id});
    if (concern.children.empty() && concern.unlisted.empty())
        read.wrong("child", "Choose the child from the list, or write who it is under “not on the list”"_p);
    concern.words = read.needed("words", "Write what was said, in the words used"_p);
    concern.when = read.event_time("when");
    concern.where = read.words("where");
    const auto danger = read.choice<Answer>("danger", answers);
    if (!danger) read.wrong("danger", "Say whether anyone is in danger now: yes, no or not known"_p);
    concern.danger_now = danger.value_or(Answer::unknown);
    concern.child_now = read.words("child-now");
    // Not answered is not known; only danger must be answered, because it decides who reads this first.
    concern.staff_involved =
        read.choice<StaffInvolved>("involved", involved).value_or(StaffInvolved::unknown);
    concern.told_lead_in_person = read.choice<Answer>("told", answers).value_or(Answer::unknown);
    concern.staff_exposure =
        read.choice<StaffExposure>("exposure", exposures).value_or(StaffExposure::unknown);
    return read.finish(std::move(concern));
}

}  // namespace safelead::web
