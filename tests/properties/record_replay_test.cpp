// What holds of recorded assessments that are weighed again, whatever the facts.

#include "app/london.h"
#include "app/replaying.h"
#include "decision/evaluate.h"
#include "support/any_facts.h"
#include "support/packs.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safelead {
namespace {

using namespace record;

constexpr Instant some_day = Instant{std::chrono::days{20'000}};

const directory::Zone& zone()
{
    static const app::London london;
    return london;
}

void happen(Case& state, CaseEvent event)
{
    state = evolve(std::move(state),
                   {state.history.size() + 1, some_day, std::make_shared<const CaseEvent>(std::move(event))});
}

/// A case in which these facts were established, and the advice of that edition kept.
Case case_of(const guidance::Facts& facts, const guidance::Pack& pack)
{
    const PersonId by{"lead"};
    Case state;
    happen(state,
           CaseOpened{CaseId{"one"}, Reference{"C-1"}, by, {}, {}, std::string{pack.edition().text()}});
    for (const auto& person : facts.people()) {
        std::vector<std::string> roles;
        for (const auto role : person.roles.in_order()) roles.emplace_back(to_text(role));
        const CaseRef ref{person.ref};
        happen(state, PersonAdded{by, ref, std::nullopt, "somebody"});
        happen(state,
               PersonDescribed{by, ref, roles, std::nullopt, person.age, person.age_at_event,
                               std::string{to_text(person.age_basis)}, std::string{to_text(person.setting)}});
    }
    FactsAnswered answered{by, {}, ""};
    for (const auto& answer : facts.answers())
        answered.answers.push_back({std::string{answer.fact.text()}, answer.value});
    happen(state, answered);
    happen(state, AdviceGiven{AdviceUnder::in_force, pack.imprint().digest,
                              decision::evaluate(pack, facts_of(state))});
    return state;
}

const guidance::Pack& some_edition()
{
    const auto& editions = test::packs().editions();
    return editions[*rc::gen::inRange<std::size_t>(0, editions.size())];
}

app::Replayed replayed(const Case& of, app::ReplayAsked asked)
{
    auto replaying = app::Replaying::begin(test::packs(), zone(), std::move(asked)).value();
    replaying.take(of, app::Replaying::Opens::whole, app::Replaying::Keep::reference);
    return replaying.counted();
}

RC_GTEST_PROP(Replay, GivesTheSameAdviceUnderItsOwnEditionWordForWord, ())
{
    const auto& pack = some_edition();
    const auto facts = *test::any_facts(pack.vocabulary());
    const Case of = case_of(facts, pack);
    const auto assessments = assessments_of(of);
    RC_ASSERT(assessments.size() == 1U);
    RC_ASSERT(decision::evaluate(pack, assessments.front().facts) == assessments.front().advice->advice);
    const auto counted = replayed(of, {std::string{pack.edition().text()}});
    RC_ASSERT(counted.unchanged == 1U && counted.changed == 0U && counted.not_whole == 0U);
}

RC_GTEST_PROP(Replay, CountsEachAssessmentOnce, ())
{
    const auto& own = some_edition();
    const auto& other = some_edition();
    const auto facts = *test::any_facts(own.vocabulary());
    const auto counted = replayed(case_of(facts, own), {std::string{other.edition().text()}});
    RC_ASSERT(counted.assessments == 1U);
    RC_ASSERT(counted.assessments ==
              counted.unchanged + counted.changed + counted.not_whole + counted.record_closed);
    RC_ASSERT(counted.cases.size() == counted.changed);
    const auto now = decision::evaluate(other, facts);
    const auto then = decision::evaluate(own, facts);
    RC_ASSERT((counted.changed == 1U) == (now.category != then.category || now.route != then.route));
}

RC_GTEST_PROP(Replay, NeverLowersARouteByAnOverlay, ())
{
    const auto& pack = some_edition();
    const auto facts = *test::any_facts(pack.vocabulary());
    const std::string edition{pack.edition().text()};
    const auto counted = replayed(case_of(facts, pack), {edition, {"mandatory-reporting"}});
    for (const auto& change : counted.routes)
        RC_ASSERT(pack.severity(change.after) > pack.severity(change.before));
}

}  // namespace
}  // namespace safelead
