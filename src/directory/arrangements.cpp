#include "directory/arrangements.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::directory {

const Timescale* Arrangements::time_for(std::string_view step) const
{
    const auto found = std::ranges::find(timescales, step, &Timescale::step);
    return step.empty() || found == timescales.end() ? nullptr : &*found;
}

std::string checked_words(const Grounds& grounds, Date today)
{
    return checked_words(grounds.verified_on, grounds.review_by, today);
}

std::string words(const std::vector<Provenance>& sources)
{
    std::string all;
    for (const Provenance& source : sources)
        all += fmt::format("{}{}, {}", all.empty() ? "" : "; ", source.tag, source.where);
    return all;
}

}  // namespace safelead::directory
