#include "insight/tally.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

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

bool is_few(const Figure& figure)
{
    return figure.sure == Figure::Sure::few;
}

/// A line is made of what was counted only. So one that says "few" would say that it was not nothing.
template <class Counts>
std::vector<Line> lines(const Counts& counts, Disclosure disclosure)
{
    std::vector<Line> lines;
    for (const auto& [of, number] : counts) {
        const Line line{name(of), figure(number, disclosure)};
        if (disclosure != Disclosure::rounded_without_nothing || !is_few(line.figure)) lines.push_back(line);
    }
    return lines;
}

/// Likewise a term. Only what is shown is asked for, so that it tells no more than the figures do.
bool shows_a_number(const TermFigures& of)
{
    const bool is_any_line =
        std::ranges::any_of(std::array{&of.advised, &of.routes, &of.ages, &of.referred, &of.disagreed},
                            [](const auto* lines) { return !lines->empty(); });
    return is_any_line || !is_few(of.opened) || !is_few(of.closed);
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
    if (disclosure == Disclosure::exact) of.decided = figure(tally.decided, disclosure);
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
    for (const auto& [term, tally] : terms) {
        auto of = shown(term, tally, disclosure);
        if (disclosure != Disclosure::rounded_without_nothing || shows_a_number(of))
            all.push_back(std::move(of));
    }
    return all;
}

}  // namespace safelead::insight
