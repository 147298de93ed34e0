#include "decision/open_questions.h"

#include <algorithm>

namespace safelead::decision {

namespace {

using guidance::AgeBasis;
using guidance::AgeOf;
using guidance::Person;
using guidance::Program;
using guidance::Role;
using guidance::TableKind;

using Answers = std::bitset<Diagrams::most_answers>;

/// People who cannot be told apart make the same difference; three of a kind show all that more could.
constexpr std::size_t most_alike = 3;

/// Ages that are asked one by one. Where more are open, the rest are answered together: still every one of
/// them known or none, and the work stays bounded whoever fills in the form.
constexpr std::size_t most_ages = 8;

template <class Value>
bool is_in(std::uint32_t mask, Value value)
{
    return ((mask >> static_cast<unsigned>(value)) & 1U) != 0;
}

Diagrams::Function constant(bool truth)
{
    return truth ? Diagrams::yes : Diagrams::no;
}

bool are_alike(const Person& a, const Person& b)
{
    return a.roles == b.roles && a.age_at_event == b.age_at_event && a.age_basis == b.age_basis &&
           a.setting == b.setting;
}

bool is_unresolved(const Program& program, const Conclusion& now, const std::string& fact)
{
    const auto& table = program.tables[static_cast<std::size_t>(TableKind::unresolved)];
    const std::uint64_t spoke = now.of(TableKind::unresolved);
    for (std::size_t i = 0; i < table.rules.size(); ++i) {
        if (((spoke >> i) & 1U) != 0 && program.codes[table.rules[i].gives] == fact) return true;
    }
    return false;
}

}  // namespace

OpenQuestions::OpenQuestions(const guidance::Pack& pack, const guidance::Facts& facts, const Conclusion& now)
    : oldest_{pack.program().oldest_age_that_matters},
      values_{number_values(pack.program(), facts)},
      given_(pack.program().codes.size(), Diagrams::no)
{
    open_facts(pack.program(), now);
    open_ages(facts);
    std::vector<std::uint8_t> answers;
    for (const OpenQuestion& question : questions_) answers.push_back(question.answers);
    diagrams_.emplace(std::move(answers));
}

void OpenQuestions::open_facts(const Program& program, const Conclusion& now)
{
    for (const guidance::RunnableFact& fact : program.facts) {
        if (fact.values.empty()) continue;
        const bool is_unknown = values_[fact.number] == fact.unknown;
        if (!is_unknown && !is_unresolved(program, now, fact.name)) continue;
        question_of_fact_[fact.number] = questions_.size();
        questions_.push_back({fact.name, static_cast<std::uint8_t>(fact.values.size())});
    }
}

bool OpenQuestions::is_age_open(const Person& person)
{
    return !person.age_at_event || person.age_basis != AgeBasis::known;
}

std::size_t OpenQuestions::open_age(std::string fact)
{
    const auto same = std::ranges::count(questions_, fact, &OpenQuestion::fact);
    if (static_cast<std::size_t>(same) >= most_ages) {
        std::size_t last = questions_.size() - 1;
        while (questions_[last].fact != fact) --last;
        return last;
    }
    questions_.push_back({std::move(fact), static_cast<std::uint8_t>(oldest_ + 2)});
    return questions_.size() - 1;
}

void OpenQuestions::open_ages(const guidance::Facts& facts)
{
    bool somebody_is_subject = false;
    for (const Person& person : facts.people()) {
        somebody_is_subject = somebody_is_subject || person.roles.has(Role::subject);
        const auto alike = std::ranges::count_if(
            people_, [&](const Somebody& other) { return are_alike(other.person, person); });
        if (static_cast<std::size_t>(alike) >= most_alike) continue;
        std::optional<std::size_t> question;
        if (is_age_open(person))
            question = open_age(person.roles.has(Role::subject) ? "subject_age" : "person_age");
        people_.push_back({person, Presence::there, question});
    }
    if (somebody_is_subject) return;
    Person found;
    found.roles.add(Role::subject);
    people_.push_back({std::move(found), Presence::may_be_found, open_age("subject_age")});
}

void OpenQuestions::give(std::uint16_t code, Truth when)
{
    given_[code] = either(given_[code], when);
}

void OpenQuestions::speak(std::uint16_t table, Truth when)
{
    speaks_[table] = either(speaks_[table], when);
}

OpenQuestions::Truth OpenQuestions::fact_in(std::uint16_t fact, std::uint32_t mask)
{
    const auto question = question_of_fact_[fact];
    if (!question) return constant(is_in(mask, values_[fact]));
    return diagrams_->answered(*question, Answers{mask});
}

template <class Holds>
OpenQuestions::Truth OpenQuestions::of_age(std::size_t who, Holds holds)
{
    const Somebody& somebody = people_[who];
    const bool now = holds(somebody.person.age_at_event, somebody.person.age_basis);
    if (!somebody.question) return constant(now);
    Answers answers;
    answers.set(0, now);
    for (int years = 0; years <= oldest_; ++years)
        answers.set(static_cast<std::size_t>(years) + 1, holds(std::optional<int>{years}, AgeBasis::known));
    return diagrams_->answered(*somebody.question, answers);
}

OpenQuestions::Truth OpenQuestions::is_there(std::size_t who)
{
    const Somebody& somebody = people_[who];
    if (somebody.presence == Presence::there) return Diagrams::yes;
    return of_age(who, [](const std::optional<int>& age, AgeBasis) { return age.has_value(); });
}

OpenQuestions::Truth OpenQuestions::has_role(std::size_t who, std::uint32_t mask) const
{
    return constant((people_[who].person.roles.bits() & mask) != 0);
}

OpenQuestions::Truth OpenQuestions::only_roles(std::size_t who, std::uint32_t mask) const
{
    return constant((people_[who].person.roles.bits() & ~mask) == 0);
}

OpenQuestions::Truth OpenQuestions::setting_in(std::size_t who, std::uint32_t mask) const
{
    return constant(is_in(mask, people_[who].person.setting));
}

OpenQuestions::Truth OpenQuestions::basis_in(std::size_t who, std::uint32_t mask)
{
    return of_age(who, [mask](const std::optional<int>&, AgeBasis basis) { return is_in(mask, basis); });
}

// Ages now are taken as they are: no table that decides looks at them, only flags do.

OpenQuestions::Truth OpenQuestions::age_missing(std::size_t who, AgeOf which)
{
    if (which == AgeOf::now) return constant(!people_[who].person.age);
    return of_age(who, [](const std::optional<int>& age, AgeBasis) { return !age; });
}

OpenQuestions::Truth OpenQuestions::age_under(std::size_t who, AgeOf which, int limit)
{
    const auto& now = people_[who].person.age;
    if (which == AgeOf::now) return constant(now && *now < limit);
    return of_age(who, [limit](const std::optional<int>& age, AgeBasis) { return age && *age < limit; });
}

OpenQuestions::Truth OpenQuestions::age_known(std::size_t who, AgeOf which)
{
    const Person& person = people_[who].person;
    if (which == AgeOf::now) return constant(person.age && person.age_basis == AgeBasis::known);
    return of_age(
        who, [](const std::optional<int>& age, AgeBasis basis) { return age && basis == AgeBasis::known; });
}

OpenQuestions::Truth OpenQuestions::is_older(std::size_t who, std::size_t than, int years)
{
    Truth truth = Diagrams::no;
    const Somebody& younger_one = people_[than];
    const auto& age_now = younger_one.person.age_at_event;
    const int from = younger_one.question ? 0 : age_now.value_or(guidance::oldest_age + 1);
    const int upto = younger_one.question ? std::max(oldest_, age_now.value_or(0)) : from;
    for (int age = from; age <= std::min(upto, guidance::oldest_age); ++age) {
        const auto is_that = [age](const std::optional<int>& other, AgeBasis) { return other == age; };
        const Truth younger = of_age(than, is_that);
        if (is_no(younger)) continue;
        const Truth older = of_age(who, [age, years](const std::optional<int>& own, AgeBasis) {
            return own && *own >= age + years;
        });
        truth = either(truth, both(younger, older));
    }
    return truth;
}

}  // namespace safelead::decision
