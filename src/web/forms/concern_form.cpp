#include "web/forms/concern_form.h"

#include "base/text.h"
#include "web/pages/words.h"

#include <utility>

namespace safelead::web {

namespace {

using record::Answer;
using record::StaffExposure;
using record::StaffInvolved;

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

std::vector<app::NotOnList> unlisted_in(const std::string& lines)
{
    std::vector<app::NotOnList> unlisted;
    for (const auto line : split(lines, '\n'))
        if (!trim(line).empty()) unlisted.push_back(parse_unlisted(line));
    return unlisted;
}

}  // namespace

app::NotOnList parse_unlisted(std::string_view line)
{
    const auto comma = line.find(',');
    app::NotOnList child{std::string{trim(line.substr(0, comma))}, {}};
    if (comma != std::string_view::npos) child.detail = std::string{trim(line.substr(comma + 1))};
    return child;
}

Result<ConcernTyped, FormErrors> parse_concern(const FormFields& typed, const directory::Zone& zone)
{
    FormReader read{typed, zone};
    ConcernTyped concern{read.command(), {}};
    auto& report = concern.report;
    for (const auto id : typed.all("child")) report.children.emplace_back(std::string{id});
    for (const auto id : typed.all("staff")) report.people_involved.emplace_back(std::string{id});
    report.not_on_list = unlisted_in(read.words("unlisted"));
    if (report.children.empty() && report.not_on_list.empty())
        read.wrong("child", "Choose the child from the list, or write who it is under “not on the list”"_p);
    report.words = read.needed("words", "Write what was said, in the words used"_p);
    report.when = read.event_time("when");
    report.where = read.words("where");
    const auto danger = read.choice<Answer>("danger", answer_options);
    if (!danger) read.wrong("danger", "Say whether anyone is in danger now: yes, no or not known"_p);
    report.danger_now = danger.value_or(Answer::unknown);
    report.child_now = read.words("child-now");
    // Not answered is not known; only danger must be answered, because it decides who reads this first.
    report.staff_involved = read.choice<StaffInvolved>("involved", involved).value_or(StaffInvolved::unknown);
    report.told_lead_in_person = read.choice<Answer>("told", answer_options).value_or(Answer::unknown);
    report.staff_exposure =
        read.choice<StaffExposure>("exposure", exposures).value_or(StaffExposure::unknown);
    return read.finish(std::move(concern));
}

}  // namespace safelead::web
