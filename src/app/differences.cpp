#include "app/differences.h"

#include "base/bug.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace safelead::app {

namespace {

using guidance::Pack;
using guidance::PackDraft;

const PackDraft& draft_of(const Packs& packs, const Pack& pack)
{
    return packs.drafts().at(static_cast<std::size_t>(&pack - packs.editions().data()));
}

/// The editions that led from `before` to `after`, oldest first, without `before`; none if they did not.
std::vector<const Pack*> steps_between(const Packs& packs, const Pack& before, const Pack& after)
{
    std::vector<const Pack*> way;
    const Pack* at = &after;
    while (at != nullptr && at != &before && way.size() < packs.editions().size()) {
        way.push_back(at);
        const auto& supersedes = at->imprint().supersedes;
        at = supersedes ? packs.find(supersedes->text()) : nullptr;
    }
    if (at != &before) return {};
    std::ranges::reverse(way);
    return way;
}

bool is_about(const Difference& difference, const std::string& id)
{
    return std::ranges::find(difference.about, id) != difference.about.end();
}

/// The sentence, with what was made of the rules under it. Nothing if something it is about did not change.
std::optional<Difference> said(const guidance::ChangeSaid& change, std::vector<Difference>& made)
{
    const auto is_there = [&made](const std::string& id) {
        return std::ranges::any_of(made, [&id](const Difference& one) { return is_about(one, id); });
    };
    if (!std::ranges::all_of(change.about, is_there)) return std::nullopt;
    Difference own{DifferenceIn::own_words, change.about, change.words, {}, change.source.text()};
    std::erase_if(made, [&](const Difference& one) {
        const bool covered =
            std::ranges::any_of(change.about, [&](const auto& id) { return is_about(one, id); });
        if (!covered) return false;
        own.more.push_back(one.words);
        std::ranges::copy(one.more, std::back_inserter(own.more));
        own.audience = std::max(own.audience, one.audience);
        return true;
    });
    return own;
}

std::vector<Difference> made_of_the_packs(const TwoEditions& two)
{
    std::vector<Difference> all;
    for (auto* part : {rule_differences, name_differences, question_differences, step_differences,
                       term_differences, text_differences})
        std::ranges::move(part(two), std::back_inserter(all));
    return all;
}

TwoEditions two_of(const Packs& packs, const Pack& before, const Pack& after)
{
    const auto year = [](const Pack& pack) {
        return std::to_string(static_cast<int>(pack.imprint().in_force_from.year()));
    };
    const auto& was = draft_of(packs, before);
    const auto& is = draft_of(packs, after);
    TwoEditions two{before, after, was, is, names_of(was), names_of(is), year(before), year(after)};
    if (two.called_before == two.called_after) {
        two.called_before = before.edition().text();
        two.called_after = after.edition().text();
    }
    return two;
}

}  // namespace

std::string_view heading_of(DifferenceIn where)
{
    switch (where) {
        case DifferenceIn::own_words:
            return "In short";
        case DifferenceIn::rules:
            return "Rules";
        case DifferenceIn::names:
            return "What names in the rules stand for";
        case DifferenceIn::questions:
            return "Questions";
        case DifferenceIn::steps:
            return "Steps";
        case DifferenceIn::terms:
            return "Terms";
        case DifferenceIn::texts:
            return "Texts";
    }
    throw_bug("a difference is nowhere");
}

std::optional<TwoEditions> two_editions(const Packs& packs, std::string_view before, std::string_view after)
{
    const Pack* was = packs.find(before);
    const Pack* is = packs.find(after);
    if (was == nullptr || is == nullptr) return std::nullopt;
    return two_of(packs, *was, *is);
}

std::vector<Difference> differences(const Packs& packs, const TwoEditions& two)
{
    auto made = made_of_the_packs(two);
    std::vector<Difference> all;
    for (const Pack* step : steps_between(packs, two.before, two.after)) {
        for (const auto& change : draft_of(packs, *step).changes)
            if (auto own = said(change.item, made)) all.push_back(*std::move(own));
    }
    std::ranges::move(made, std::back_inserter(all));
    return all;
}

std::vector<std::string> words_about_nothing(const Packs& packs)
{
    std::vector<std::string> wrong;
    for (const Pack& pack : packs.editions()) {
        const auto& changes = draft_of(packs, pack).changes;
        const auto& supersedes = pack.imprint().supersedes;
        const Pack* before = supersedes ? packs.find(supersedes->text()) : nullptr;
        if (supersedes && before == nullptr) continue;  // It is not here to be compared with.
        const auto made =
            before == nullptr ? std::vector<Difference>{} : made_of_the_packs(two_of(packs, *before, pack));
        for (const auto& change : changes)
            for (const auto& id : change.item.about)
                if (std::ranges::none_of(made, [&id](const auto& one) { return is_about(one, id); }))
                    wrong.push_back(fmt::format("{}: {}", pack.edition().text(), id));
    }
    return wrong;
}

}  // namespace safelead::app
