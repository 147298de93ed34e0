#include "app/compare_editions.h"
#include "app/differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace safelead::app {

namespace {

using guidance::ConditionChange;
using guidance::Names;
using guidance::Pack;
using guidance::Rule;
using guidance::TableKind;
using Kind = ConditionChange::Kind;

/// What an edition does with what a rule of that table gives.
std::string_view what_it_does(TableKind kind)
{
    switch (kind) {
        case TableKind::category:
            return "counts it as";
        case TableKind::criteria:
            return "calls for referral at once, for";
        case TableKind::safety_rules:
            return "calls for referral or advice, for";
        case TableKind::unresolved:
            return "holds as not known, and mattering,";
        case TableKind::indicators:
            return "names as a reason not to manage alone";
        case TableKind::route:
            return "advises";
        case TableKind::at_least:
            return "advises at least";
        case TableKind::consult:
            return "says to consult";
        case TableKind::flags:
            return "adds";
    }
    throw_bug("a table does nothing");
}

TableKind table_of(const Pack& pack, const Rule& rule)
{
    for (const auto& table : pack.tables())
        if (std::ranges::find(table.rules, rule.id, &Rule::id) != table.rules.end()) return table.kind;
    throw_bug("a rule is in no table");
}

std::string gives(const Pack& pack, const Rule& rule)
{
    if (const auto* question = pack.question(rule.gives.text());
        question && !pack.find_term(rule.gives.text()))
        return fmt::format("“{}”", question->words);
    return fmt::format("“{}”", pack.term(rule.gives));
}

std::string source_of(const Rule& rule)
{
    return fmt::format("{}; {}", rule.source.text(), to_text(rule.standing));
}

/// "where …", or "in every other case" for the rule that always holds.
std::string where(const Pack& pack, const Names& names, const std::string& condition)
{
    if (condition == "always") return "in every other case";
    return "where " + condition_words(pack, names, condition);
}

class RuleSentences {
public:
    explicit RuleSentences(const TwoEditions& two) : two_{two} {}

    [[nodiscard]] Difference added(const Rule& rule) const
    {
        return one_of(two_.after, rule,
                      fmt::format("{} now {} {} {}.", two_.called_after, does_after(rule),
                                  gives(two_.after, rule), where_after(rule.when)));
    }

    [[nodiscard]] Difference gone(const Rule& rule) const
    {
        return one_of(two_.before, rule,
                      fmt::format("{} no longer {} {} {}.", two_.called_after,
                                  what_it_does(table_of(two_.before, rule)), gives(two_.before, rule),
                                  where_before(rule.when)));
    }

    /// The same condition, and something else follows from it.
    [[nodiscard]] Difference gives_another(const Rule& was, const Rule& is) const
    {
        auto change =
            one_of(two_.after, is,
                   fmt::format("{} {} {}, not {}, {}.", two_.called_after, does_after(is),
                               gives(two_.after, is), gives(two_.before, was), where_after(is.when)));
        if (was.id != is.id) change.about.emplace_back(was.id.text());
        add_standing(change, was, is);
        return change;
    }

    [[nodiscard]] Difference changed(const Rule& was, const Rule& is) const
    {
        if (was.gives != is.gives && was.when == is.when) return gives_another(was, is);
        auto change = one_of(two_.after, is, {});
        if (was.gives == is.gives && was.when != is.when) {
            change.words = condition_changed(was, is, change.more);
        } else if (was.when == is.when) {
            change.words =
                fmt::format("{} {} {} as before.", two_.called_after, does_after(is), gives(two_.after, is));
        } else {
            change.words = fmt::format("{} {} {} {}; {} had {} {}.", two_.called_after, does_after(is),
                                       gives(two_.after, is), where_after(is.when), two_.called_before,
                                       gives(two_.before, was), where_before(was.when));
        }
        add_standing(change, was, is);
        return change;
    }

private:
    [[nodiscard]] std::string where_before(const std::string& condition) const
    {
        return where(two_.before, two_.names_before, condition);
    }
    [[nodiscard]] std::string where_after(const std::string& condition) const
    {
        return where(two_.after, two_.names_after, condition);
    }
    [[nodiscard]] std::string_view does_after(const Rule& rule) const
    {
        return what_it_does(table_of(two_.after, rule));
    }

    [[nodiscard]] static Difference one_of(const Pack& pack, const Rule& rule, std::string words)
    {
        using Audience = guidance::Term::Audience;
        return {DifferenceIn::rules,
                {std::string{rule.id.text()}},
                std::move(words),
                {},
                source_of(rule),
                pack.is_shown_to_schools(rule.gives.text()) ? Audience::everyone : Audience::officers};
    }

    [[nodiscard]] std::string condition_changed(const Rule& was, const Rule& is,
                                                std::vector<std::string>& more) const
    {
        const auto by = guidance::change_between(was.when, is.when);
        const auto& called = two_.called_after;
        const auto what = gives(two_.after, is);
        switch (by.kind) {
            case Kind::narrower:
                return fmt::format("{} {} {} only where, too, {}.", called, does_after(is), what,
                                   condition_words(two_.after, two_.names_after, by.part));
            case Kind::wider:
                return fmt::format("{} {} {} also {}.", called, does_after(is), what, where_after(by.part));
            case Kind::fewer_demands:
                return fmt::format("{} {} {} even if it is not so that {}.", called, does_after(is), what,
                                   condition_words(two_.before, two_.names_before, by.part));
            case Kind::fewer_ways:
                return fmt::format("{} no longer {} {} {}.", called, does_after(is), what,
                                   where_before(by.part));
            case Kind::other:
                break;
        }
        more.push_back(fmt::format("{}: {}", two_.called_before, where_before(was.when)));
        more.push_back(fmt::format("{}: {}", two_.called_after, where_after(is.when)));
        return fmt::format("{} {} {} under another condition.", called, does_after(is), what);
    }

    void add_standing(Difference& change, const Rule& was, const Rule& is) const
    {
        if (was.standing == is.standing) return;
        const bool by_guidance = is.standing == guidance::Standing::guidance;
        change.more.push_back(
            by_guidance ? fmt::format("{} says it itself; before, it was a project rule.", two_.called_after)
                        : fmt::format("It is a project rule now; {} said it itself.", two_.called_before));
    }

    const TwoEditions& two_;
};

/// Of those gone, one of the same table with the same condition: the new one took its place.
std::vector<RuleChange>::iterator predecessor(std::vector<RuleChange>& gone, const TwoEditions& two,
                                              const Rule& rule)
{
    return std::ranges::find_if(gone, [&](const RuleChange& one) {
        return one.before->when == rule.when &&
               table_of(two.before, *one.before) == table_of(two.after, rule);
    });
}

/// Whether the order of urgency, or whether a route refers, is another.
void add_routes(const TwoEditions& two, std::vector<Difference>& all)
{
    for (const auto& is : two.after.routes()) {
        const auto& before = two.before.routes();
        const auto was = std::ranges::find(before, is.code, &guidance::Route::code);
        if (was == before.end() || (was->severity == is.severity && was->referral == is.referral)) continue;
        const bool refers = is.referral == guidance::Route::Referral::referring;
        all.push_back({DifferenceIn::rules,
                       {fmt::format("routes.{}", is.code.text())},
                       fmt::format("In {}, “{}” is of urgency {} (in {}, {}) and {} the case to an agency.",
                                   two.called_after, two.after.term(is.code), is.severity, two.called_before,
                                   was->severity, refers ? "refers" : "does not refer")});
    }
}

}  // namespace

std::vector<Difference> rule_differences(const TwoEditions& two)
{
    const RuleSentences say{two};
    auto changes = rule_changes(two.before, two.after);
    std::vector<RuleChange> gone;
    std::ranges::copy_if(changes, std::back_inserter(gone), [](const auto& one) { return !one.after; });

    std::vector<Difference> all;
    for (const auto& change : changes) {
        if (!change.after) continue;
        if (change.before) {
            all.push_back(say.changed(*change.before, *change.after));
        } else if (const auto was = predecessor(gone, two, *change.after); was != gone.end()) {
            all.push_back(say.gives_another(*was->before, *change.after));
            gone.erase(was);
        } else {
            all.push_back(say.added(*change.after));
        }
    }
    for (const auto& change : gone) all.push_back(say.gone(*change.before));
    add_routes(two, all);
    return all;
}

}  // namespace safelead::app
