#include "insight/tally.h"

#include <algorithm>
#include <map>
#include <set>

namespace safelead::insight {
namespace {

struct Tally {
    std::set<std::size_t> organisations;
    std::uint64_t opened = 0, decided = 0, closed = 0;
    std::map<std::string, std::uint64_t, std::less<>> advised, routes;
    std::map<std::string, std::uint64_t, std::less<>> referred, disagreed;
    std::map<AgeBand, std::uint64_t> ages;

    void count(const Fact& fact)
    {
        switch (fact.what) {
            case Counted::opened:
                ++opened;
                return;
            case Counted::closed:
                ++closed;
                return;
            case Counted::referred:
                ++referred[fact.to];
                return;
            case Counted::disagreed:
                ++disagreed[fact.to];
                return;
            case Counted::decided:
                ++decided;
                ++advised[fact.advised];
                ++routes[fact.route];
                ++ages[fact.youngest];
                return;
        }
    }
};

std::string name(const std::string& route)
{
    return route;
}
std::string name(AgeBand band)
{
    return std::string{words(band)};
}

template <class Counts>
std::vector<Line> lines(const Counts& counts, Disclosure disclosure)
{
    std::vector<Line> lines;
    for (const auto& [of, number] : counts) lines.push_back({name(of), figure(number, disclosure)});
    return lines;
}

TermFigures shown(const Term& term, const Tally& tally, Disclosure disclosure)
{
    TermFigures of;
    of.term = term;
    if (disclosure == Disclosure::rounded && tally.organisations.size() < fewest_organisations) {
        of.is_withheld = true;
        return of;
    }
    of.opened = figure(tally.opened, disclosure);
    of.decided = figure(tally.decided, disclosure);
    of.closed = figure(tally.closed, disclosure);
    of.advised = lines(tally.advised, disclosure);
    of.routes = lines(tally.routes, disclosure);
    of.ages = lines(tally.ages, disclosure);
    of.referred = lines(tally.referred, disclosure);
    of.disagreed = lines(tally.disagreed, disclosure);
    return of;
}

}  // namespace

std::vector<TermFigures> figures(std::span<const std::vector<Fact>> of_each, Disclosure disclosure)
{
    std::map<Term, Tally, std::greater<>> terms;
    for (std::size_t number = 0; number < of_each.size(); ++number)
        for (const auto& fact : of_each[number]) {
            auto& tally = terms[fact.term];
            tally.organisations.insert(number);
            tally.count(fact);
        }
    std::vector<TermFigures> all;
    for (const auto& [term, tally] : terms) all.push_back(shown(term, tally, disclosure));
    return all;
}

}  // namespace safelead::insight
