#include "record/from_report.h"

#include "base/bug.h"

#include <algorithm>

namespace safelead::record {

namespace {

std::string_view word_of(StaffExposure exposure)
{
    switch (exposure) {
        case StaffExposure::unknown:
            return "";
        case StaffExposure::none:
            return "none";
        case StaffExposure::accidental:
            return "accidental";
        case StaffExposure::authorised_viewing:
            return "authorised_viewing";
        case StaffExposure::copied:
            return "copied";
    }
    throw_bug("a member of staff saw an image in no way");
}

}  // namespace

std::vector<FactAnswered> facts_in_reports(const Case& of, std::span<const Concern> concerns)
{
    Answer danger = Answer::unknown;
    StaffExposure exposure = StaffExposure::unknown;
    for (const Concern& concern : concerns) {
        const auto& reported = concern.reported;
        if (reported.danger_now == Answer::yes || danger == Answer::unknown) danger = reported.danger_now;
        exposure = std::max(exposure, reported.staff_exposure);
    }
    std::vector<FactAnswered> facts;
    const auto propose = [&](std::string_view fact, std::string_view value) {
        if (!value.empty() && !of.answers.contains(fact))
            facts.push_back({std::string{fact}, std::string{value}});
    };
    if (danger != Answer::unknown) propose("immediate_danger", danger == Answer::yes ? "yes" : "no");
    propose("staff_exposure", word_of(exposure));
    return facts;
}

}  // namespace safelead::record
