#include "record/case.h"

#include "record/case_applying.h"

namespace safelead::record {

Case evolve(Case state, const Happened<CaseEvent>& happened)
{
    apply(state, *happened.event, happened.at);
    state.history.push_back(happened);
    return state;
}

guidance::Facts facts_of(const Case& state)
{
    guidance::Facts facts;
    for (const auto& [fact, answer] : state.answers) facts.set(fact, answer.value);
    for (const CasePerson& person : state.people) {
        if (!person.described) continue;
        const PersonDescribed& described = *person.described;
        guidance::Roles roles;
        for (const std::string& word : described.roles) {
            if (const auto role = guidance::parse_role(word)) roles.add(*role);
        }
        // Somebody who only reported, or was shown it unasked, has no role and is not weighed.
        if (roles.empty()) continue;
        const auto added = facts.add(guidance::Person{
            std::string{person.ref.text()}, roles, described.age, described.age_at_event,
            guidance::parse_age_basis(described.age_basis).value_or(guidance::AgeBasis::unknown),
            guidance::parse_setting(described.setting).value_or(guidance::Setting::unknown)});
        if (!added) throw_bug("somebody is in a case whom the rules can't read");
    }
    return facts;
}

}  // namespace safelead::record
