// How many questions it takes until no answer can change the category, the route or a criterion: asking what
// ask_next puts first, asking in the order of the page until nothing matters any more, and asking everything.
//   bench_ask [CASES [EDITION]]

#include "app/made_up_facts.h"
#include "app/packs.h"
#include "decision/evaluate.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace safelead;
using guidance::Facts;
using guidance::Pack;
using guidance::Person;

/// Somebody whose part in it is known, but not how old they are.
Person without_age(Person person)
{
    person.age.reset();
    person.age_at_event.reset();
    person.age_basis = guidance::AgeBasis::unknown;
    return person;
}

bool is_subject(const Person& person)
{
    return person.roles.has(guidance::Role::subject);
}

/// One incident: what is so, and what has been asked and answered.
class Incident {
public:
    explicit Incident(Facts truth) : truth_{std::move(truth)} { tell_people(); }

    [[nodiscard]] const Facts& known() const { return known_; }
    [[nodiscard]] bool was_asked(const std::string& question) const { return asked_.contains(question); }
    [[nodiscard]] std::size_t questions() const { return asked_.size(); }

    void ask(const std::string& question)
    {
        asked_.insert(question);
        if (question == "subject_age" || question == "person_age") {
            tell_people();
        } else {
            known_.set(question, truth_.value(question));
        }
    }

private:
    void tell_people()
    {
        Facts now;
        for (const auto& answer : known_.answers()) now.set(answer.fact, answer.value);
        for (const Person& person : truth_.people()) {
            const bool is_told = asked_.contains(is_subject(person) ? "subject_age" : "person_age");
            (void)now.add(is_told ? person : without_age(person));
        }
        known_ = std::move(now);
    }

    Facts truth_;
    Facts known_;
    std::set<std::string> asked_;
};

/// The question to ask next of those that still matter, or nothing.
using Choose = std::function<std::string(const Pack&, const Incident&, const std::vector<std::string>&)>;

std::string first_of_all(const Pack&, const Incident&, const std::vector<std::string>& open)
{
    return open.front();
}

std::string first_on_page(const Pack& pack, const Incident&, const std::vector<std::string>& open)
{
    for (const auto& question : pack.questions()) {
        const auto found = std::ranges::find(open, question.fact.text());
        if (found != open.end()) return *found;
    }
    return open.front();
}

std::size_t questions_asked(const Pack& pack, const Facts& truth, const Choose& choose)
{
    Incident incident{truth};
    for (;;) {
        std::vector<std::string> open;
        for (const auto& fact : decision::ask_next(pack, incident.known()))
            if (!incident.was_asked(std::string{fact.text()})) open.emplace_back(fact.text());
        if (open.empty()) return incident.questions();
        incident.ask(choose(pack, incident, open));
    }
}

double mean(const Pack& pack, const std::vector<Facts>& cases, const Choose& choose)
{
    double all = 0;
    for (const Facts& truth : cases) all += static_cast<double>(questions_asked(pack, truth, choose));
    return all / static_cast<double>(cases.size());
}

}  // namespace

int main(int count, char** arguments)
{
    const auto packs = app::Packs::load(std::filesystem::path{SAFELEAD_SOURCE_DIR} / "guidance");
    if (!packs) return 1;
    const std::size_t how_many = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 2000;
    for (const Pack& pack : packs->editions()) {
        if (count > 2 && pack.edition().text() != arguments[2]) continue;
        app::Numbers numbers{1};
        std::vector<Facts> cases;
        for (std::size_t i = 0; i < how_many; ++i)
            cases.push_back(app::made_up_facts(pack.vocabulary(), numbers));
        const double by_page = mean(pack, cases, first_on_page);
        const double by_ask_next = mean(pack, cases, first_of_all);
        std::printf(
            "%s, %zu made-up cases: everything %zu questions; in page order until nothing matters %.2f; "
            "what ask_next puts first %.2f\n",
            std::string{pack.edition().text()}.c_str(), how_many, pack.questions().size(), by_page,
            by_ask_next);
    }
    return 0;
}
