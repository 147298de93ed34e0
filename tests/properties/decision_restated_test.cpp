// The packs against the rules said again by hand (tests/support/rules_restated.cpp), over generated facts.

#include "decision/evaluate.h"
#include "support/any_facts.h"
#include "support/packs.h"
#include "support/rules_restated.h"

#include <gtest/gtest.h>

namespace safelead {
namespace {

using test::RestatedAdvice;
using test::Year;

template <class Item>
std::vector<std::string> texts(const std::vector<Item>& items)
{
    std::vector<std::string> all;
    for (const Item& item : items) all.emplace_back(item.text());
    return all;
}

RestatedAdvice plain(const decision::Advice& advice)
{
    return {std::string{advice.category.text()},
            std::string{advice.route.text()},
            advice.consult ? std::optional<std::string>{advice.consult->text()} : std::nullopt,
            texts(advice.criteria),
            texts(advice.safety_rules),
            texts(advice.indicators),
            texts(advice.unresolved),
            texts(advice.flags)};
}

void agrees(std::string_view edition, Year year)
{
    const guidance::Pack& pack = test::pack(edition);
    const guidance::Facts facts = *test::any_facts(pack.vocabulary());
    const RestatedAdvice advised = plain(decision::evaluate(pack, facts));
    const RestatedAdvice restated = test::restate(year, facts);
    RC_TAG(restated.route);
    RC_ASSERT(advised.category == restated.category);
    RC_ASSERT(advised.criteria == restated.criteria);
    RC_ASSERT(advised.safety_rules == restated.safety_rules);
    RC_ASSERT(advised.unresolved == restated.unresolved);
    RC_ASSERT(advised.indicators == restated.indicators);
    RC_ASSERT(advised.route == restated.route);
    RC_ASSERT(advised.flags == restated.flags);
    RC_ASSERT(advised == restated);
}

RC_GTEST_PROP(Restated, The2016PackSaysTheSame, ())
{
    agrees("ukccis-2016", Year::y2016);
}

RC_GTEST_PROP(Restated, The2020PackSaysTheSame, ())
{
    agrees("ukcis-2020", Year::y2020);
}

RC_GTEST_PROP(Restated, The2024PackSaysTheSame, ())
{
    agrees("ukcis-2024", Year::y2024);
}

}  // namespace
}  // namespace safelead
