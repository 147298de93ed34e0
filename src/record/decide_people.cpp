#include "record/case_deciding.h"
#include "record/text_limits.h"

#include <algorithm>

namespace safelead::record {

namespace {

bool has_person(const Case& state, const CaseRef& ref)
{
    return std::ranges::find(state.people, ref, &CasePerson::ref) != state.people.end();
}

auto nobody_such(const CaseRef& ref)
{
    return refuse(CaseRefused::nobody_such, {std::string{ref.text()}});
}

/// "A" … "Z", "AA" … : the number-th, from 0.
CaseRef ref_of(int number)
{
    std::string letters;
    for (int left = number; left >= 0; left = left / 26 - 1) {
        letters.insert(letters.begin(), static_cast<char>('A' + left % 26));
    }
    return CaseRef{letters};
}

/// Ages as they were established, or the field that can't be so.
struct Ages {
    std::optional<int> now;
    std::optional<int> at_event;
    std::string basis;
};

bool is_age(std::optional<int> age)
{
    return !age || (*age >= 0 && *age <= guidance::oldest_age);
}

Result<Done, CaseRefusal> check_dates(const DescribePerson& describe, Date today)
{
    const auto& [born, acted_on] = std::pair{describe.born, describe.acted_on};
    if (born && (!born->ok() || *born > today)) return refuse(CaseRefused::bad_age, {"born"});
    if (acted_on && (!acted_on->ok() || *acted_on > today)) return refuse(CaseRefused::bad_age, {"acted_on"});
    if (born && acted_on && *acted_on < *born) return refuse(CaseRefused::bad_age, {"acted_on"});
    return Done{};
}

// A date of birth and the day of the act give an age that is known; everything else is only as sure as
// somebody said it was.
Result<Ages, CaseRefusal> ages_of(const DescribePerson& describe, Date today)
{
    SL_TRY(check_dates(describe, today));
    Ages ages{describe.age, describe.age_at_event,
              describe.age_basis.empty() ? std::string{guidance::unknown_value} : describe.age_basis};
    if (describe.born) {
        ages.now = age_on(*describe.born, today);
        if (describe.acted_on) {
            ages.at_event = age_on(*describe.born, *describe.acted_on);
            ages.basis = to_text(guidance::AgeBasis::known);
        }
    }
    if (!is_age(ages.now)) return refuse(CaseRefused::bad_age, {describe.born ? "born" : "age"});
    if (!is_age(ages.at_event)) return refuse(CaseRefused::bad_age, {"age_at_event"});
    if (ages.now && ages.at_event && *ages.at_event > *ages.now) {
        return refuse(CaseRefused::bad_age, {"age_at_event"});
    }
    return ages;
}

Result<Done, CaseRefusal> check_words(const DescribePerson& describe)
{
    for (const std::string& role : describe.roles) {
        if (!guidance::parse_role(role)) return refuse(CaseRefused::unknown_value, {"roles"});
    }
    if (!describe.age_basis.empty() && !guidance::parse_age_basis(describe.age_basis)) {
        return refuse(CaseRefused::unknown_value, {"age_basis"});
    }
    if (!describe.setting.empty() && !guidance::parse_setting(describe.setting)) {
        return refuse(CaseRefused::unknown_value, {"setting"});
    }
    return Done{};
}

}  // namespace

CaseDecided decided(const Case& state, const AddPerson& add, const Circumstances&)
{
    if (add.child) {
        const bool there =
            std::ranges::find(state.people, add.child, &CasePerson::child) != state.people.end();
        if (there) return refuse(CaseRefused::already_in_case, {std::string{add.child->text()}});
        SL_TRY(check_said({}, {{"called", add.called}}));
    } else {
        SL_TRY(check_said({{"called", add.called}}));
    }
    return std::vector<CaseEvent>{PersonAdded{add.by, ref_of(state.refs_used), add.child, add.called}};
}

CaseDecided decided(const Case& state, const DescribePerson& describe, const Circumstances& c)
{
    if (!has_person(state, describe.ref)) return nobody_such(describe.ref);
    SL_TRY(check_words(describe));
    const Ages ages = SL_TRY(ages_of(describe, c.today));

    guidance::Roles roles;
    for (const std::string& role : describe.roles) roles.add(*guidance::parse_role(role));
    std::vector<std::string> role_words;
    for (const guidance::Role role : roles.in_order()) role_words.emplace_back(to_text(role));

    const std::string setting =
        describe.setting.empty() ? std::string{guidance::unknown_value} : describe.setting;
    return with_advice(state,
                       {PersonDescribed{describe.by, describe.ref, std::move(role_words), describe.acted_on,
                                        ages.now, ages.at_event, ages.basis, setting}},
                       c);
}

CaseDecided decided(const Case& state, const TakePersonOut& take, const Circumstances& c)
{
    if (!has_person(state, take.ref)) return nobody_such(take.ref);
    SL_TRY(check_said({{"why", take.why}}));
    return with_advice(state, {PersonTakenOut{take.by, take.ref, take.why}}, c);
}

// A word that only the newest edition knows is taken too: it counts there, and as unknown under the other.
CaseDecided decided(const Case& state, const AnswerFacts& answer, const Circumstances& c)
{
    if (answer.answers.empty()) return refuse(CaseRefused::no_reason, {"answers"});
    for (const FactAnswered& given : answer.answers) {
        if (c.in_force.vocabulary().check(given.fact, given.value)) continue;
        if (c.newest.vocabulary().check(given.fact, given.value)) continue;
        const bool known = c.in_force.vocabulary().find(given.fact) != nullptr ||
                           c.newest.vocabulary().find(given.fact) != nullptr;
        return refuse(known ? CaseRefused::unknown_value : CaseRefused::unknown_fact, {given.fact});
    }
    for (const FactAnswered& given : answer.answers) {
        if (!fits_line(given.value)) return refuse(CaseRefused::text_too_long, {given.fact});
    }
    SL_TRY(check_said({}, {{"told_by", answer.told_by}}));
    return with_advice(state, {FactsAnswered{answer.by, answer.answers, answer.told_by}}, c);
}

}  // namespace safelead::record
