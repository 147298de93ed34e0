#include "app/replaying.h"

#include "guidance/program.h"

#include <algorithm>

namespace safelead::app {

namespace {

using Counts = std::map<std::pair<std::string, std::string>, std::uint64_t>;

std::vector<ReplayChange> most_frequent_first(const Counts& counts)
{
    std::vector<ReplayChange> changes;
    for (const auto& [both, count] : counts) changes.push_back({both.first, both.second, count});
    std::ranges::stable_sort(changes, std::greater{}, &ReplayChange::count);
    return changes;
}

bool knows_every_answer(const guidance::Pack& pack, const guidance::Facts& facts)
{
    return pack.vocabulary().check(facts).has_value();
}

}  // namespace

Result<Replaying, NoSuchGuidance> Replaying::begin(const Packs& packs, const directory::Zone& zone,
                                                   ReplayAsked asked)
{
    auto pack = SL_TRY(packs.with_overlays(asked.edition, asked.overlays));
    if (!asked.given_under.empty() && packs.find(asked.given_under) == nullptr)
        return fail(packs.with_overlays(asked.given_under, {}).error());
    std::optional<Instant> since;
    if (asked.since) since = zone.instant({*asked.since, std::chrono::minutes{0}});
    return Replaying{packs, std::move(pack), since, std::move(asked.given_under)};
}

Replaying::Replaying(const Packs& packs, guidance::Pack pack, std::optional<Instant> since,
                     std::string given_under)
    : packs_{&packs}, pack_{std::move(pack)}, since_{since}, given_under_{std::move(given_under)}
{
}

bool Replaying::is_asked_for(const record::Assessment& one) const
{
    if (since_ && one.at < *since_) return false;
    return given_under_.empty() || one.advice->advice.edition.text() == given_under_;
}

// The pack that gave the advice, to the byte; null if it is not among ours any more.
const guidance::Pack* Replaying::own_pack(const record::AdviceGiven& given)
{
    auto [at, is_new] = own_packs_.try_emplace(given.pack_digest);
    if (is_new) {
        std::vector<std::string> overlays;
        for (const auto& overlay : given.advice.overlays) overlays.emplace_back(overlay.text());
        auto pack = packs_->with_overlays(given.advice.edition.text(), overlays);
        if (pack && pack->imprint().digest == given.pack_digest) at->second = std::move(pack).value();
    }
    return at->second ? &*at->second : nullptr;
}

bool Replaying::is_whole(const record::Assessment& one)
{
    const auto* own = own_pack(*one.advice);
    if (own == nullptr) return true;  // It can't be tried.
    const auto again = decision::conclude(*own, one.facts);
    const auto& codes = own->program().codes;
    const auto& given = one.advice->advice;
    return codes[again.category] == given.category.text() && codes[again.route] == given.route.text();
}

Replaying::Fate Replaying::take(const record::Assessment& one)
{
    if (!is_asked_for(one)) return Fate::not_asked_for;
    ++replayed_.assessments;
    if (!is_whole(one)) {
        ++replayed_.not_whole;
        return Fate::not_whole;
    }
    now_ = decision::conclude(pack_, one.facts);
    if (!knows_every_answer(pack_, one.facts)) ++replayed_.not_asked;
    replayed_.decisions += one.decisions.size();

    const auto& codes = pack_.program().codes;
    const auto& given = one.advice->advice;
    const bool same_category = codes[now_.category] == given.category.text();
    const bool same_route = codes[now_.route] == given.route.text();
    if (same_category && same_route) {
        ++replayed_.unchanged;
        return Fate::unchanged;
    }
    ++replayed_.changed;
    replayed_.decisions_touched += one.decisions.size();
    if (!same_category) ++categories_[{std::string{given.category.text()}, codes[now_.category]}];
    if (!same_route) ++routes_[{std::string{given.route.text()}, codes[now_.route]}];
    return Fate::changed;
}

void Replaying::note_change(std::optional<ReplayedCase>& noted, const record::Case& of,
                            const record::Assessment& one) const
{
    const auto& codes = pack_.program().codes;
    if (!noted) noted = ReplayedCase{.reference = of.reference, .at = one.at};
    noted->at = one.at;
    noted->category_before = one.advice->advice.category.text();
    noted->category_after = codes[now_.category];
    noted->route_before = one.advice->advice.route.text();
    noted->route_after = codes[now_.route];
    ++noted->assessments;
    noted->decisions.insert(noted->decisions.end(), one.decisions.begin(), one.decisions.end());
}

void Replaying::take(const record::Case& of, Opens opens, Keep keep)
{
    std::optional<ReplayedCase> noted;
    for (const auto& one : record::assessments_of(of)) {
        if (opens == Opens::in_part) {
            if (!is_asked_for(one)) continue;
            ++replayed_.assessments;
            ++replayed_.record_closed;
            continue;
        }
        if (take(one) == Fate::changed && keep == Keep::reference) note_change(noted, of, one);
    }
    if (noted) replayed_.cases.push_back(*std::move(noted));
}

Replayed Replaying::counted() const
{
    Replayed counted = replayed_;
    counted.categories = most_frequent_first(categories_);
    counted.routes = most_frequent_first(routes_);
    return counted;
}

}  // namespace safelead::app
