#include "decision/whole_space.h"

#include "base/bug.h"
#include "decision/conclude.h"
#include "decision/plain_truth.h"

#include <algorithm>

namespace safelead::decision {

namespace {

using guidance::Facts;
using guidance::Person;
using guidance::Program;
using guidance::TableKind;

using Answers = std::bitset<Diagrams::most_answers>;

/// Question 0 is which company it is; then each somebody; then the facts.
constexpr std::size_t which_company = 0;

bool shows(const KindOfPerson& kind, Somebody somebody)
{
    return ((kind.shows >> somebody) & 1U) != 0;
}

/// Those kinds that show a somebody and as little else as can be: whoever shows more adds nothing.
std::vector<std::uint64_t> least_that_show(const Company& company, Somebody somebody)
{
    std::vector<std::uint64_t> least;
    for (const KindOfPerson& kind : company.kinds) {
        if (!shows(kind, somebody)) continue;
        const auto adds_nothing = [&](std::uint64_t other) { return (other & ~kind.shows) == 0; };
        if (std::ranges::any_of(least, adds_nothing)) continue;
        std::erase_if(least, [&](std::uint64_t other) { return (kind.shows & ~other) == 0; });
        least.push_back(kind.shows);
    }
    return least;
}

}  // namespace

std::vector<std::uint8_t> WholeSpace::answers_of(const Program& program, const AnyPeople& people)
{
    if (people.companies().size() > Diagrams::most_answers) throw_bug("there are too many ages to compare");
    std::vector<std::uint8_t> answers{static_cast<std::uint8_t>(people.companies().size())};
    answers.insert(answers.end(), people.somebodies(), 2);
    for (const guidance::RunnableFact& fact : program.facts) {
        if (!fact.values.empty()) answers.push_back(static_cast<std::uint8_t>(fact.values.size()));
    }
    return answers;
}

WholeSpace::WholeSpace(const guidance::Pack& pack, AnyPeople people)
    : pack_{pack},
      program_{pack_.program()},
      people_{std::move(people)},
      diagrams_{answers_of(program_, people_)},
      given_(program_.codes.size(), Diagrams::no)
{
    std::size_t question = 1 + people_.somebodies();
    for (const guidance::RunnableFact& fact : program_.facts)
        if (!fact.values.empty()) question_of_fact_[fact.number] = question++;
    walk_tables();
    find_what_can_be();
}

void WholeSpace::walk_tables()
{
    Walk<WholeSpace> walk{program_.nodes, *this};
    const auto give = [&](const WhenGiven& codes) {
        for (const auto& [code, when] : codes) given_[code] = either(given_[code], when);
    };
    for (const guidance::RunnableTable& table : program_.tables) {
        auto& when = when_[static_cast<std::size_t>(table.kind)];
        when = when_each_speaks(table, walk, *this);
        const WhenGiven codes = when_given(table, when, *this);
        if (table.kind == TableKind::route) {
            plain_routes_ = codes;  // Not given yet: an overlay may still raise it.
        } else if (table.kind == TableKind::at_least) {
            routes_ = raise_routes(program_, plain_routes_, codes, *this);
            give(routes_);
        } else {
            give(codes);
        }
    }
}

void WholeSpace::find_what_can_be()
{
    for (std::size_t i = 0; i < people_.companies().size(); ++i) {
        Answers this_one;
        this_one.set(i);
        can_be_ = either(can_be_,
                         both(diagrams_.answered(which_company, this_one), can_be(people_.companies()[i])));
    }
}

/// Somebody is there only if a kind of person is who shows that, and nothing that is not there.
WholeSpace::Truth WholeSpace::can_be(const Company& company)
{
    Truth truth = Diagrams::yes;
    for (Somebody somebody = 0; somebody < people_.somebodies(); ++somebody) {
        Truth by_one_of_them = Diagrams::no;
        for (const std::uint64_t shown : least_that_show(company, somebody)) {
            Truth all = Diagrams::yes;
            for (Somebody other = people_.somebodies(); other-- > 0;)
                if (((shown >> other) & 1U) != 0) all = both(is_there(other), all);
            by_one_of_them = either(by_one_of_them, all);
        }
        truth = both(truth, either(opposite(is_there(somebody)), by_one_of_them));
    }
    const auto eldest = people_.eldest();
    if (eldest && company.eldest) truth = both(truth, is_there(*eldest));
    return truth;
}

WholeSpace::Truth WholeSpace::is_there(Somebody somebody)
{
    Answers there;
    there.set(1);
    return diagrams_.answered(question_of(somebody), there);
}

WholeSpace::Truth WholeSpace::fact_in(std::uint16_t fact, std::uint32_t mask)
{
    const auto question = question_of_fact_[fact];
    if (!question) throw_bug("a condition looks at a free word");
    return diagrams_.answered(*question, Answers{mask});
}

WholeSpace::Truth WholeSpace::somebody(std::uint16_t of_person)
{
    return is_there(people_.somebody(of_person));
}

WholeSpace::Truth WholeSpace::somebody_besides(std::size_t which)
{
    return is_there(people_.besides(which));
}

WholeSpace::Truth WholeSpace::speaks_rule(TableKind table, std::size_t rule) const
{
    return when_[static_cast<std::size_t>(table)].at(rule);
}

WholeSpace::Truth WholeSpace::speaks(TableKind table) const
{
    return speaks_[static_cast<std::size_t>(table)];
}

WholeSpace::Truth WholeSpace::given(std::string_view code) const
{
    const auto found = std::ranges::find(program_.codes, code);
    return found == program_.codes.end() ? Diagrams::no
                                         : given_[static_cast<std::size_t>(found - program_.codes.begin())];
}

WholeSpace::Truth WholeSpace::at_least(const WhenGiven& routes, int severity)
{
    Truth truth = Diagrams::no;
    for (const auto& [route, when] : routes)
        if (program_.severity_of_code[route] >= severity) truth = either(truth, when);
    return truth;
}

WholeSpace::Truth WholeSpace::at_least(int severity)
{
    return at_least(routes_, severity);
}

WholeSpace::Truth WholeSpace::at_least_without_overlays(int severity)
{
    return at_least(plain_routes_, severity);
}

const guidance::RunnableFact* WholeSpace::find(std::string_view fact) const
{
    const auto found = std::ranges::find(program_.facts, fact, &guidance::RunnableFact::name);
    return found == program_.facts.end() || found->values.empty() ? nullptr : &*found;
}

WholeSpace::Truth WholeSpace::is_one_of(std::string_view fact, std::span<const std::string_view> values)
{
    const auto* known = find(fact);
    if (known == nullptr) return Diagrams::no;
    Answers answers;
    for (std::size_t i = 0; i < known->values.size(); ++i)
        answers.set(i, std::ranges::find(values, known->values[i]) != values.end());
    return diagrams_.answered(*question_of_fact_[known->number], answers);
}

WholeSpace::Truth WholeSpace::once(Truth truth, std::string_view fact, std::string_view value)
{
    const auto* known = find(fact);
    if (known == nullptr) throw_bug("a fact that the pack does not have was answered");
    const auto place = std::ranges::find(known->values, value);
    if (place == known->values.end()) throw_bug("a fact was answered with a value that it does not have");
    return diagrams_.once(truth, *question_of_fact_[known->number],
                          static_cast<std::uint8_t>(place - known->values.begin()));
}

/// Nobody there, nothing answered.
std::vector<std::uint8_t> WholeSpace::unknown() const
{
    std::vector<std::uint8_t> answers(1 + people_.somebodies(), 0);
    for (const guidance::RunnableFact& fact : program_.facts)
        if (!fact.values.empty()) answers.push_back(fact.unknown);
    return answers;
}

std::optional<Facts> WholeSpace::example(Truth truth)
{
    const auto way = diagrams_.a_way(both(truth, can_be_), unknown());
    if (!way) return std::nullopt;
    Facts facts;
    for (const guidance::RunnableFact& fact : program_.facts) {
        if (!fact.values.empty()) facts.set(fact.name, fact.values[(*way)[*question_of_fact_[fact.number]]]);
    }
    std::uint64_t there = 0;
    for (Somebody somebody = 0; somebody < people_.somebodies(); ++somebody)
        there |= std::uint64_t{(*way)[question_of(somebody)]} << somebody;
    std::uint64_t missing = there;
    for (const KindOfPerson& kind : people_.companies()[(*way)[which_company]].kinds) {
        if ((kind.shows & ~there) != 0 || (kind.shows & missing) == 0) continue;
        missing &= ~kind.shows;
        Person person = kind.person;
        person.ref = std::string(1, static_cast<char>('A' + facts.people().size() % 26)) +
                     (facts.people().size() < 26 ? "" : std::to_string(facts.people().size() / 26));
        if (!facts.add(std::move(person))) throw_bug("a person of an example is refused");
    }
    if (missing != 0) throw_bug("people who can be are not to be found");
    return facts;
}

/// Without which company it is, which no rule looks at.
std::vector<std::uint8_t> WholeSpace::answers_for(const Facts& facts) const
{
    std::vector<std::uint8_t> answers = unknown();
    const FactValues values = number_values(program_, facts);
    for (const guidance::RunnableFact& fact : program_.facts)
        if (!fact.values.empty()) answers[*question_of_fact_[fact.number]] = values[fact.number];
    const Conclusion nothing;
    const PlainTruth plain{values, facts.people(), nothing};
    for (std::size_t at = 0; at < program_.nodes.size(); ++at) {
        if (program_.nodes[at].op != guidance::Op::some_person) continue;
        Walk<const PlainTruth> walk{program_.nodes, plain};
        answers[question_of(people_.somebody(program_.nodes[at].first))] =
            walk.incident(static_cast<std::uint16_t>(at)) ? 1 : 0;
    }
    return answers;
}

WholeSpace::Truth WholeSpace::like(const Facts& facts)
{
    const auto answers = answers_for(facts);
    const auto eldest = people_.eldest();
    Truth truth = Diagrams::yes;
    for (std::size_t question = answers.size(); question-- > 1;) {
        if (eldest && question == question_of(*eldest)) continue;
        Answers this_one;
        this_one.set(answers[question]);
        truth = both(diagrams_.answered(question, this_one), truth);
    }
    return truth;
}

bool WholeSpace::holds(Truth truth, const Facts& facts) const
{
    return diagrams_.holds(truth, answers_for(facts));
}

}  // namespace safelead::decision
