#include "decision/laws.h"

#include "base/bug.h"
#include "decision/law_words.h"

#include <algorithm>
#include <bit>
#include <span>

namespace safelead::decision {

namespace {

using guidance::Facts;
using guidance::Pack;
using guidance::TableKind;
using namespace law_words;

bool is_one_of(std::string_view text, std::span<const std::string_view> list)
{
    return std::ranges::find(list, text) != list.end();
}

bool nobody_known_in_image(const Facts& facts)
{
    return facts.value("subject_identified") != "yes" || std::ranges::none_of(facts.people(), is_subject);
}

}  // namespace

std::string_view to_text(Law law)
{
    switch (law) {
        case Law::risk_never_lowers:
            return "Law 1: moving a risk fact towards yes never lowers the route.";
        case Law::unknown_age_not_alone:
            return "Law 2: where an age is not known, or nobody is known to be in the image, no school "
                   "manages alone.";
        case Law::criterion_not_alone:
            return "Law 3: a criterion is never left to a school alone or to the behaviour policy.";
        case Law::adult_not_behaviour:
            return "Law 4: where an adult is known or suspected, excluded media are never left to the "
                   "behaviour policy.";
        case Law::every_line_has_a_source:
            return "Law 6: everything in an answer names the rule that gave it and that rule's source.";
        case Law::overlay_never_lowers:
            return "An overlay never lowers the route.";
    }
    throw_bug("a law without words");
}

Laws::Laws(Pack pack, std::vector<Pack> overlaid) : pack_{std::move(pack)}, overlaid_{std::move(overlaid)}
{
    for (const auto& entry : pack_.vocabulary().entries()) {
        const bool may_be_alleged = std::ranges::find(entry.values, "alleged") != entry.values.end();
        const auto name = entry.fact.text();
        if (name == "adult_involved" || (may_be_alleged && name != "unsolicited"))
            risk_facts_.emplace_back(name);
    }
    for (const auto& table : pack_.tables()) {
        auto& mask = with_source_[static_cast<std::size_t>(table.kind)];
        for (std::size_t i = 0; i < table.rules.size(); ++i) {
            if (is_cited(table.rules[i].source)) mask |= std::uint64_t{1} << i;
        }
    }
}

std::optional<BrokenLaw> Laws::broken_by(const Facts& facts, const Conclusion& now, std::size_t which) const
{
    if (auto broken = by_answer(facts, now)) return broken;
    if (risk_facts_.empty()) return std::nullopt;
    return by_moving(facts, risk_facts_[which % risk_facts_.size()]);
}

std::optional<BrokenLaw> Laws::broken_by(const Facts& facts) const
{
    if (auto broken = by_answer(facts, conclude(pack_, facts))) return broken;
    for (const std::string& fact : risk_facts_) {
        if (auto broken = by_moving(facts, fact)) return broken;
    }
    return std::nullopt;
}

std::optional<BrokenLaw> Laws::by_answer(const Facts& facts, const Conclusion& now) const
{
    const auto gives_route = [&] { return "the route is " + code(now.route); };
    const bool is_alone = route_is(now, alone);
    const bool is_behaviour = route_is(now, behaviour);

    if (is_alone && is_one_of(code(now.category), in_scope) &&
        (nobody_known_in_image(facts) || std::ranges::any_of(facts.people(), is_involved_at_unknown_age)))
        return BrokenLaw{Law::unknown_age_not_alone, gives_route()};
    if ((is_alone || is_behaviour) && now.of(TableKind::criteria) != 0)
        return BrokenLaw{Law::criterion_not_alone, gives_route()};
    if (is_behaviour && is_one_of(facts.value("medium"), excluded_media) &&
        is_one_of(facts.value("adult_involved"), adult_there))
        return BrokenLaw{Law::adult_not_behaviour, gives_route()};
    if (!has_its_rules(now))
        return BrokenLaw{Law::every_line_has_a_source, "a rule that spoke names no source"};
    for (const Pack& laid : overlaid_) {
        const Conclusion raised = conclude(laid, facts);
        const auto& route = laid.program().codes[raised.route];
        if (pack_.severity(route) < urgency(now))
            return BrokenLaw{Law::overlay_never_lowers, code(now.route) + " becomes " + route};
    }
    return std::nullopt;
}

std::optional<BrokenLaw> Laws::by_moving(const Facts& facts, const std::string& fact) const
{
    const auto* entry = pack_.vocabulary().find(fact);
    Facts moved = facts;
    std::optional<Conclusion> before;
    std::string_view from;
    for (const std::string_view value : towards_yes) {
        if (std::ranges::find(entry->values, value) == entry->values.end()) continue;
        moved.set(fact, value);
        const Conclusion now = conclude(pack_, moved);
        if (before && urgency(now) < urgency(*before))
            return BrokenLaw{Law::risk_never_lowers, fact + " from " + std::string{from} + " to " +
                                                         std::string{value} + ": " + code(before->route) +
                                                         " becomes " + code(now.route)};
        before = now;
        from = value;
    }
    return std::nullopt;
}

bool Laws::route_is(const Conclusion& now, std::string_view route) const
{
    return code(now.route) == route;
}

bool Laws::has_its_rules(const Conclusion& now) const
{
    for (std::size_t table = 0; table < guidance::table_count; ++table) {
        if ((now.spoke[table] & ~with_source_[table]) != 0) return false;
    }
    return std::popcount(now.of(TableKind::category)) == 1 &&
           std::popcount(now.of(TableKind::route)) + std::popcount(now.of(TableKind::at_least)) == 1;
}

int Laws::urgency(const Conclusion& now) const
{
    return pack_.program().severity_of_code[now.route];
}

const std::string& Laws::code(std::uint16_t number) const
{
    return pack_.program().codes[number];
}

}  // namespace safelead::decision
