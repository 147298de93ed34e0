#include "directory/arrangements.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace safelead::directory {

const Timescale* Arrangements::time_for(std::string_view step) const
{
    const auto found = std::ranges::find(timescales, step, &Timescale::step);
    return step.empty() || found == timescales.end() ? nullptr : &*found;
}

namespace {

Grounds own_grounds()
{
    using namespace std::chrono;
    return {{{"project", "Safelead’s own, for areas that have no ladder here (docs/adr/0218)"}},
            std::nullopt,
            std::nullopt,
            Date{2027y / January / 31}};
}

}  // namespace

std::span<const Rung> plain_ladder()
{
    static const std::array rungs{
        Rung{"plain-managers", "The managers or safeguarding leads of the two talk.", "The two managers",
             std::nullopt, own_grounds()},
        Rung{"plain-partnership", "The safeguarding partnership is asked.",
             "Whoever the partnership has for that", std::nullopt, own_grounds()}};
    return rungs;
}

bool is_plain(const Rung& rung)
{
    return rung.id.starts_with("plain-");
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
