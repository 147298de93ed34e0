#include "decision/prove.h"

#include "base/bug.h"
#include "base/unavailable.h"
#include "decision/law_words.h"
#include "decision/whole_space.h"

#include <set>

namespace safelead::decision {

namespace {

using guidance::Code;
using guidance::Facts;
using guidance::Pack;
using guidance::TableKind;
using Truth = WholeSpace::Truth;

constexpr std::array<AnyPeople::IsSo, 2> asked_besides = {law_words::is_subject,
                                                          law_words::is_involved_at_unknown_age};
constexpr std::size_t a_subject = 0;
constexpr std::size_t an_unknown_age = 1;

bool has_spoken(const Pack& pack, const Facts& facts, TableKind table, std::size_t rule)
{
    return ((conclude(pack, facts).of(table) >> rule) & 1U) != 0;
}

/// Whether a rule that holds may be silent all the same: an overlay speaks only if it raises the route, and
/// then the route's own rule is silent.
bool may_be_outdone(TableKind table)
{
    return table == TableKind::at_least || table == TableKind::route;
}

class Prover {
public:
    Prover(const Pack& pack, AnyPeople people) : pack_{pack}, laws_{pack}, space_{pack, std::move(people)} {}

    Proven prove()
    {
        for (const guidance::Table& table : pack_.tables()) {
            for (std::size_t i = 0; i < table.rules.size(); ++i) reach_rule(table.kind, i);
            if (table.hit == guidance::Hit::first) look_for_two(table);
        }
        for (std::size_t i = 0; i < pack_.steps().size(); ++i) reach_step(i);
        for (const std::string& fact : laws_.risk_facts()) moving(fact);
        unknown_ages();
        criteria_and_adults();
        overlays();
        sources();
        return std::move(proven_);
    }

private:
    void reach_rule(TableKind table, std::size_t rule)
    {
        auto example = space_.example(space_.speaks_rule(table, rule));
        const bool is_confirmed =
            !example || may_be_outdone(table) || has_spoken(pack_, *example, table, rule);
        if (!is_confirmed) throw_bug("a rule does not speak for the facts that were found for it");
        proven_.rules.push_back({table, rule, std::move(example)});
    }

    void look_for_two(const guidance::Table& table)
    {
        Truth any = WholeSpace::no();
        for (std::size_t i = 0; i < table.rules.size(); ++i) {
            const Truth own = space_.speaks_rule(table.kind, i);
            if (const auto both = space_.example(space_.both(any, own)))
                proven_.not_one.push_back({table.kind, *both});
            any = space_.either(any, own);
        }
        if (table.kind == TableKind::consult) return;  // Not every route asks to consult anybody.
        if (const auto none = space_.example(space_.opposite(any)))
            proven_.not_one.push_back({table.kind, *none});
    }

    Truth any_given(const std::vector<Code>& codes)
    {
        Truth any = WholeSpace::no();
        for (const Code& code : codes) any = space_.either(any, space_.given(code.text()));
        return any;
    }

    void reach_step(std::size_t place)
    {
        const guidance::Step& step = pack_.steps()[place];
        Truth called = any_given(step.any_of);
        if (!step.and_any.empty()) called = space_.both(called, any_given(step.and_any));
        called = space_.both(called, space_.opposite(any_given(step.unless)));
        proven_.steps.push_back({place, space_.example(called)});
    }

    /// Keeps what breaks a law, once the engine has said that it does.
    void broken(Law law, const std::optional<Facts>& facts)
    {
        if (!facts || !found_.insert(law).second) return;
        const auto broken = laws_.broken_by(*facts);
        if (!broken) throw_bug("facts that should break a law do not");
        proven_.breaches.push_back({law, *facts});
    }

    /// Law 1: of any two neighbouring values, and for each urgency that the lower one reaches.
    void moving(const std::string& fact)
    {
        const auto& values = pack_.vocabulary().find(fact)->values;
        std::optional<std::string_view> lower;
        for (const std::string_view value : law_words::towards_yes) {
            if (std::ranges::find(values, value) == values.end()) continue;
            for (const guidance::Route& route : pack_.routes()) {
                if (!lower) break;
                const Truth urgent = space_.at_least(route.severity);
                const Truth lost = space_.both(space_.once(urgent, fact, *lower),
                                               space_.opposite(space_.once(urgent, fact, value)));
                auto facts = space_.example(lost);
                if (facts) facts->set(fact, *lower);
                broken(Law::risk_never_lowers, facts);
            }
            lower = value;
        }
    }

    Truth any_category_in_scope()
    {
        Truth any = WholeSpace::no();
        for (const std::string_view code : law_words::in_scope) any = space_.either(any, space_.given(code));
        return any;
    }

    /// Law 2.
    void unknown_ages()
    {
        static constexpr auto is_known = std::to_array<std::string_view>({"yes"});
        const Truth identified = space_.is_one_of("subject_identified", is_known);
        const Truth nobody_known =
            space_.opposite(space_.both(identified, space_.somebody_besides(a_subject)));
        const Truth not_sure = space_.either(nobody_known, space_.somebody_besides(an_unknown_age));
        const Truth alone = space_.both(space_.given(law_words::alone), any_category_in_scope());
        broken(Law::unknown_age_not_alone, space_.example(space_.both(alone, not_sure)));
    }

    /// Laws 3 and 4.
    void criteria_and_adults()
    {
        const Truth behaviour = space_.given(law_words::behaviour);
        const Truth left = space_.either(space_.given(law_words::alone), behaviour);
        broken(Law::criterion_not_alone,
               space_.example(space_.both(left, space_.speaks(TableKind::criteria))));
        const Truth excluded = space_.is_one_of("medium", law_words::excluded_media);
        const Truth adult = space_.is_one_of("adult_involved", law_words::adult_there);
        broken(Law::adult_not_behaviour,
               space_.example(space_.both(behaviour, space_.both(excluded, adult))));
    }

    /// For each urgency that the edition alone reaches.
    void overlays()
    {
        for (const guidance::Route& route : pack_.routes()) {
            const Truth lost = space_.both(space_.at_least_without_overlays(route.severity),
                                           space_.opposite(space_.at_least(route.severity)));
            if (space_.example(lost)) throw_bug("an overlay lowers a route, which no overlay can say");
        }
    }

    /// Law 6: of the rules that can speak.
    void sources()
    {
        for (const RuleReach& reach : proven_.rules) {
            const auto table = std::ranges::find(pack_.tables(), reach.table, &guidance::Table::kind);
            if (!law_words::is_cited(table->rules[reach.rule].source))
                broken(Law::every_line_has_a_source, reach.example);
        }
    }

    const Pack& pack_;
    Laws laws_;
    WholeSpace space_;
    Proven proven_;
    std::set<Law> found_;
};

}  // namespace

Result<Proven, NotProvable> prove(const Pack& pack)
{
    auto people = AnyPeople::of(pack.program(), asked_besides);
    if (!people)
        return fail(NotProvable{
            "the conditions ask too much of people at once, or compare ages within a comparison"});
    try {
        return Prover{pack, *std::move(people)}.prove();
    } catch (const Unavailable& too_entangled) {
        return fail(NotProvable{too_entangled.what()});
    }
}

}  // namespace safelead::decision
