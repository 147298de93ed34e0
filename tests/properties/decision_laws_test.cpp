// What must always be true, whatever the facts.

#include "decision/evaluate.h"
#include "exchange/advice_json.h"
#include "support/any_facts.h"
#include "support/packs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace safelead {
namespace {

using decision::Advice;
using guidance::Facts;
using guidance::Pack;

constexpr std::array<const char*, 3> editions = {"ukccis-2016", "ukcis-2020", "ukcis-2024"};
constexpr std::array<const char*, 22> risk_facts = {"online_contact_identity_unverified",
                                                    "coercion",
                                                    "blackmail",
                                                    "grooming",
                                                    "financial_demand",
                                                    "capacity_concern",
                                                    "sexual_acts",
                                                    "acts_unusual_or_violent",
                                                    "sexual_intent",
                                                    "immediate_harm",
                                                    "immediate_danger",
                                                    "onward_sharing_without_consent",
                                                    "shared_publicly_online",
                                                    "malicious_intent",
                                                    "profit",
                                                    "significant_age_gap",
                                                    "prior_incident",
                                                    "known_vulnerability",
                                                    "has_social_worker",
                                                    "position_of_trust",
                                                    "parents_informing_risk",
                                                    "honour_based_risk"};
constexpr std::array<const char*, 6> in_scope = {"SELF_PEER",    "SHARE_OTHERS",         "POSSESSION",
                                                 "AI_GENERATED", "PSEUDO_NOT_ADDRESSED", "UNDETERMINED"};

const Pack& any_edition()
{
    return test::pack(*rc::gen::elementOf(std::vector<const char*>{editions.begin(), editions.end()}));
}

int urgency(const Pack& pack, const Advice& advice)
{
    return pack.severity(advice.route.text());
}

bool is_in_scope(const Advice& advice)
{
    return std::ranges::any_of(in_scope, [&](const char* name) { return advice.category.text() == name; });
}

RC_GTEST_PROP(Laws, MovingARiskFactTowardsYesNeverLowersTheRoute, ())
{
    const Pack& pack = any_edition();
    Facts facts = *test::any_facts(pack.vocabulary());
    const std::vector<const char*> three = {"no", "unknown", "yes"};
    const std::vector<const char*> four = {"no", "unknown", "suspected", "yes"};
    const auto which = *rc::gen::inRange<std::size_t>(0, risk_facts.size() + 1);
    const char* fact = which == risk_facts.size() ? "adult_involved" : risk_facts.at(which);
    int before = 0;
    for (const char* value : which == risk_facts.size() ? four : three) {
        facts.set(fact, value);
        const int now = urgency(pack, decision::evaluate(pack, facts));
        RC_ASSERT(now >= before);
        before = now;
    }
}

RC_GTEST_PROP(Laws, NobodyManagesAloneWithoutKnowingTheAges, ())
{
    const Pack& pack = any_edition();
    const Facts facts = *test::any_facts(pack.vocabulary());
    const auto is_unknown = [](const guidance::Person& person) {
        guidance::Roles roles = person.roles;
        roles.remove(guidance::Role::bystander);
        return !roles.empty() && (!person.age_at_event || person.age_basis != guidance::AgeBasis::known);
    };
    const bool nobody = std::ranges::none_of(facts.people(), [](const guidance::Person& person) {
        return person.roles.has(guidance::Role::subject);
    });
    RC_PRE(nobody || std::ranges::any_of(facts.people(), is_unknown));
    const Advice advice = decision::evaluate(pack, facts);
    if (is_in_scope(advice)) RC_ASSERT(advice.route.text() != "SCHOOL_MANAGE");
}

RC_GTEST_PROP(Laws, ACriterionIsNeverManagedAlone, ())
{
    const Pack& pack = any_edition();
    const Advice advice = decision::evaluate(pack, *test::any_facts(pack.vocabulary()));
    RC_PRE(!advice.criteria.empty());
    RC_ASSERT(advice.route.text() != "SCHOOL_MANAGE");
    RC_ASSERT(advice.route.text() != "BEHAVIOUR_POLICY");
}

RC_GTEST_PROP(Laws, AnAdultIsNeverLeftToTheBehaviourPolicy, ())
{
    const Pack& pack = any_edition();
    Facts facts = *test::any_facts(pack.vocabulary());
    facts.set("medium", *rc::gen::element("text", "adult_pornography", "asked_not_sent"));
    facts.set("adult_involved", *rc::gen::element("yes", "suspected"));
    RC_ASSERT(decision::evaluate(pack, facts).route.text() != "BEHAVIOUR_POLICY");
}

RC_GTEST_PROP(Laws, TheSameFactsGiveTheSameBytes, ())
{
    const Pack& pack = any_edition();
    const Facts facts = *test::any_facts(pack.vocabulary());
    Facts again;  // Learned in another order.
    for (auto answer = facts.answers().rbegin(); answer != facts.answers().rend(); ++answer)
        again.set(answer->fact, answer->value);
    for (const guidance::Person& person : facts.people()) RC_ASSERT(again.add(person).has_value());
    RC_ASSERT(exchange::advice_to_json(decision::evaluate(pack, facts)) ==
              exchange::advice_to_json(decision::evaluate(pack, again)));
}

RC_GTEST_PROP(Laws, EveryLineNamesItsRuleAndSource, ())
{
    const Pack& pack = any_edition();
    const Advice advice = decision::evaluate(pack, *test::any_facts(pack.vocabulary()));
    std::vector<std::string> said{std::string{advice.category.text()}, std::string{advice.route.text()}};
    if (advice.consult) said.emplace_back(advice.consult->text());
    for (const auto* codes : {&advice.criteria, &advice.safety_rules, &advice.indicators, &advice.flags}) {
        for (const guidance::Code& code : *codes) said.emplace_back(code.text());
    }
    for (const guidance::FactId& fact : advice.unresolved) said.emplace_back(fact.text());
    RC_ASSERT(said.size() == advice.because.size());
    for (const decision::Because& because : advice.because) {
        RC_ASSERT(std::ranges::find(said, because.gives.text()) != said.end());
        const guidance::Rule* rule = pack.rule(because.rule.text());
        RC_ASSERT(rule != nullptr);
        RC_ASSERT(rule->gives == because.gives);
        RC_ASSERT(rule->source.text() == because.source);
        RC_ASSERT(rule->standing == because.standing);
        RC_ASSERT(!rule->source.document.empty());
        RC_ASSERT(!rule->source.section.empty());
    }
}

RC_GTEST_PROP(Laws, AnOverlayOnlyRaisesTheRoute, ())
{
    const Pack& plain = any_edition();
    const std::vector<std::string> overlays = {"mandatory-reporting"};
    static std::map<std::string, Pack, std::less<>> raised;
    auto laid = raised.find(plain.edition().text());
    if (laid == raised.end()) {
        auto made = test::packs().with_overlays(plain.edition().text(), overlays);
        RC_ASSERT(made.has_value());
        laid = raised.emplace(plain.edition().text(), *std::move(made)).first;
    }
    const Facts facts = *test::any_facts(plain.vocabulary());
    const Advice before = decision::evaluate(plain, facts);
    const Advice after = decision::evaluate(laid->second, facts);
    RC_ASSERT(after.category == before.category);
    RC_ASSERT(after.criteria == before.criteria);
    RC_ASSERT(urgency(plain, after) >= urgency(plain, before));
    const bool is_wide = is_in_scope(before) || before.category.text() == "ADULT_INVOLVED";
    if (is_wide) {
        RC_ASSERT(urgency(plain, after) >= plain.severity("REFER_IMMEDIATE"));
    } else {
        RC_ASSERT(after.route == before.route);
        RC_ASSERT(after.flags == before.flags);
    }
}

}  // namespace
}  // namespace safelead
