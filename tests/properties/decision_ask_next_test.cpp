// ask_next against every combination of answers, tried one by one.

#include "decision/conclude.h"
#include "decision/evaluate.h"
#include "support/any_facts.h"
#include "support/packs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

namespace safelead {
namespace {

using guidance::Facts;
using guidance::Pack;
using guidance::Person;

/// One open question and every way of answering it; the first leaves it as it is.
struct Open {
    std::string name;
    std::vector<std::function<void(Facts&)>> answers;
};

void leave(Facts& facts)
{
    (void)facts.answers();
}

void replace(Facts& facts, const Person& person)
{
    Facts changed;
    for (const auto& answer : facts.answers()) changed.set(answer.fact, answer.value);
    bool placed = false;
    for (const Person& other : facts.people()) {
        placed = placed || other.ref == person.ref;
        if (!changed.add(other.ref == person.ref ? person : other)) throw std::logic_error{"refused"};
    }
    if (!placed && !changed.add(person)) throw std::logic_error{"refused"};
    facts = changed;
}

Open open_fact(const guidance::Vocabulary::Entry& entry)
{
    Open open{std::string{entry.fact.text()}, {leave}};
    for (const std::string& value : entry.values) {
        if (value != guidance::unknown_value && value != "alleged")
            open.answers.emplace_back([fact = entry.fact, value](Facts& facts) { facts.set(fact, value); });
    }
    return open;
}

/// Each side of every age that a rule names, and as old as somebody there: rules compare people, too.
std::set<int> ages_to_try(const Facts& facts)
{
    std::set<int> ages{0, 9, 10, 12, 13, 15, 16, 17, 18, 21, 50};
    for (const Person& person : facts.people())
        if (person.age_at_event) ages.insert(*person.age_at_event);
    return ages;
}

Open open_age(const Facts& among, Person person)
{
    Open open{person.roles.has(guidance::Role::subject) ? "subject_age" : "person_age", {leave}};
    for (const int age : ages_to_try(among)) {
        person.age_at_event = age;
        person.age_basis = guidance::AgeBasis::known;
        open.answers.emplace_back([person](Facts& facts) { replace(facts, person); });
    }
    return open;
}

std::vector<Open> all_open(const Pack& pack, const Facts& facts)
{
    const auto unresolved = decision::evaluate(pack, facts).unresolved;
    std::vector<Open> open;
    for (const auto& entry : pack.vocabulary().entries()) {
        if (entry.values.empty()) continue;
        const bool is_unknown = facts.value(entry.fact) == guidance::unknown_value;
        if (is_unknown || std::ranges::find(unresolved, entry.fact) != unresolved.end())
            open.push_back(open_fact(entry));
    }
    bool has_subject = false;
    for (const Person& person : facts.people()) {
        has_subject = has_subject || person.roles.has(guidance::Role::subject);
        if (!person.age_at_event || person.age_basis != guidance::AgeBasis::known)
            open.push_back(open_age(facts, person));
    }
    if (!has_subject) {
        Person found;
        found.ref = "found";
        found.roles.add(guidance::Role::subject);
        open.push_back(open_age(facts, found));
    }
    return open;
}

/// The category, the route and the criteria: the codes, since two rules may give the same one.
auto outcome(const Pack& pack, const Facts& facts)
{
    const auto now = decision::conclude(pack, facts);
    const auto& criteria = pack.program().tables[static_cast<std::size_t>(guidance::TableKind::criteria)];
    std::vector<bool> given;
    for (const auto& rule : criteria.rules) given.push_back(now.given[rule.gives]);
    return std::tuple{now.category, now.route, given};
}

/// The questions for which two combinations that differ in that answer alone give different outcomes.
std::set<std::string> decisive(const Pack& pack, const Facts& facts, const std::vector<Open>& open)
{
    std::size_t combinations = 1;
    for (const Open& question : open) combinations *= question.answers.size();
    using Outcome = decltype(outcome(pack, facts));
    std::vector<Outcome> outcomes;
    for (std::size_t i = 0; i < combinations; ++i) {
        Facts answered = facts;
        std::size_t rest = i;
        for (const Open& question : open) {
            question.answers[rest % question.answers.size()](answered);
            rest /= question.answers.size();
        }
        outcomes.push_back(outcome(pack, answered));
    }
    std::set<std::string> names;
    std::size_t stride = 1;
    for (const Open& question : open) {
        for (std::size_t i = 0; i < combinations; ++i) {
            const std::size_t answer = (i / stride) % question.answers.size();
            if (outcomes[i] != outcomes[i - answer * stride]) names.insert(question.name);
        }
        stride *= question.answers.size();
    }
    return names;
}

RC_GTEST_PROP(AskNext, NamesExactlyWhatCouldStillChangeTheAnswer, ())
{
    const Pack& pack = test::pack(*rc::gen::element("ukccis-2016", "ukcis-2020", "ukcis-2024"));
    Facts facts = *test::any_facts(pack.vocabulary());
    // Few unknowns, so that every combination can be tried; those with many are for the diagrams.
    std::size_t unknowns = 0;
    for (const auto& entry : pack.vocabulary().entries()) {
        if (entry.values.empty()) continue;
        const bool keep_open = unknowns < 3 && *rc::gen::inRange(0, 8) == 0;
        if (keep_open) {
            facts.set(entry.fact, "unknown");
            ++unknowns;
        } else if (facts.value(entry.fact) == guidance::unknown_value) {
            const bool has_no = std::ranges::find(entry.values, "no") != entry.values.end();
            facts.set(entry.fact, has_no ? "no" : entry.values.front());
        }
    }
    const auto open = all_open(pack, facts);
    RC_PRE(open.size() <= 5);
    std::size_t combinations = 1;
    for (const Open& question : open) combinations *= question.answers.size();
    RC_PRE(combinations <= 20000);

    std::set<std::string> named;
    for (const auto& fact : decision::ask_next(pack, facts)) RC_ASSERT(named.emplace(fact.text()).second);
    const auto expected = decisive(pack, facts, open);
    RC_TAG(expected.size());
    RC_ASSERT(named == expected);
}

RC_GTEST_PROP(AskNext, IsEmptyOnlyWhenNoSingleAnswerChangesAnything, ())
{
    const Pack& pack = test::pack("ukcis-2024");
    const Facts facts = *test::any_facts(pack.vocabulary());
    const auto named = decision::ask_next(pack, facts);
    for (const auto& entry : pack.vocabulary().entries()) {
        if (entry.values.empty() || facts.value(entry.fact) != guidance::unknown_value) continue;
        for (const std::string& value : entry.values) {
            Facts answered = facts;
            answered.set(entry.fact, value);
            if (outcome(pack, answered) != outcome(pack, facts))
                RC_ASSERT(std::ranges::find(named, entry.fact) != named.end());
        }
    }
}

}  // namespace
}  // namespace safelead
