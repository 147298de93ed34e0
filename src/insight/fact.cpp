#include "insight/fact.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace safelead::insight {
namespace {

struct SeasonName {
    Season season;
    std::string_view name, words;
};
constexpr std::array seasons{SeasonName{Season::spring, "spring", "Spring term"},
                             SeasonName{Season::summer, "summer", "Summer term"},
                             SeasonName{Season::autumn, "autumn", "Autumn term"}};

struct BandName {
    AgeBand band;
    std::string_view name, words;
};
constexpr std::array bands{BandName{AgeBand::not_known, "not-known", "age not known"},
                           BandName{AgeBand::under_11, "under-11", "under 11"},
                           BandName{AgeBand::from_11_to_13, "11-13", "11 to 13"},
                           BandName{AgeBand::from_14_to_15, "14-15", "14 and 15"},
                           BandName{AgeBand::from_16_to_17, "16-17", "16 and 17"},
                           BandName{AgeBand::adult, "adult", "18 or over"}};

const SeasonName& row_of(Season season)
{
    return *std::ranges::find(seasons, season, &SeasonName::season);
}
const BandName& row_of(AgeBand band)
{
    return *std::ranges::find(bands, band, &BandName::band);
}

}  // namespace

Term term_of(Date day)
{
    using namespace std::chrono;
    const auto season = day.month() >= September ? Season::autumn
                        : day.month() >= April   ? Season::summer
                                                 : Season::spring;
    return {static_cast<int>(day.year()), season};
}

std::string to_text(const Term& term)
{
    return std::to_string(term.year) + "-" + std::string{row_of(term.season).name};
}

std::optional<Term> parse_term(std::string_view text)
{
    constexpr std::size_t year_length = 4;
    if (text.size() <= year_length || text[year_length] != '-') return std::nullopt;
    const auto year = text.substr(0, year_length);
    const auto season = std::ranges::find(seasons, text.substr(year_length + 1), &SeasonName::name);
    Term term;
    const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), term.year);
    if (error != std::errc{} || end != year.data() + year.size() || term.year < 1000 ||
        season == seasons.end())
        return std::nullopt;
    term.season = season->season;
    return term;
}

std::string words(const Term& term)
{
    return std::string{row_of(term.season).words} + " " + std::to_string(term.year);
}

AgeBand age_band(std::optional<int> age)
{
    constexpr int secondary = 11, older = 14, leaving = 16, grown = 18;
    if (!age) return AgeBand::not_known;
    if (*age < secondary) return AgeBand::under_11;
    if (*age < older) return AgeBand::from_11_to_13;
    if (*age < leaving) return AgeBand::from_14_to_15;
    return *age < grown ? AgeBand::from_16_to_17 : AgeBand::adult;
}

std::string_view name_of(AgeBand band)
{
    return row_of(band).name;
}

std::optional<AgeBand> age_band_from_name(std::string_view name)
{
    const auto found = std::ranges::find(bands, name, &BandName::name);
    if (found == bands.end()) return std::nullopt;
    return found->band;
}

std::string_view words(AgeBand band)
{
    return row_of(band).words;
}

}  // namespace safelead::insight
