// What is written while a workspace reads the words of its cases is found, too.

#include "app/cases.h"
#include "app/entered.h"
#include "app/find_cases.h"
#include "app/parts.h"
#include "support/failing_store.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace safelead::app {
namespace {

using test::PracticePartnership;

/// Lets somebody else write to a stream once it is read, before whoever reads it has it.
class OvertakenStore final : public test::StoreInFront {
public:
    using StoreInFront::StoreInFront;

    void overtake(ledger::StreamId stream, std::function<void()> other)
    {
        stream_ = std::move(stream);
        other_ = std::move(other);
    }

    std::vector<ledger::StoredEntry> read_stream(const OrganisationId& organisation,
                                                 const ledger::StreamId& stream,
                                                 ledger::StreamPosition after) const override
    {
        auto entries = StoreInFront::read_stream(organisation, stream, after);
        if (other_ && stream == stream_) std::exchange(other_, {})();
        return entries;
    }

private:
    ledger::StreamId stream_{""};
    mutable std::function<void()> other_;
};

TEST(WordsWrittenMeanwhile, AreFoundAlsoWhereOnlyAConcernOfTheCaseHasThem)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    const auto teacher = at.actor("teacher@fennimore.example");
    const auto reported = at.report();
    const auto opened = wait_for(open_case(at.safelead(), lead, at.command(), {reported.reference})).value();
    OvertakenStore store{at.entries()};
    at.restart_on(store);
    auto& workspace = at.safelead().parts().workspace(lead.organisation);
    EXPECT_TRUE(workspace.concern(reported.concern)) << "all but the words is in memory";
    bool is_said = false;
    store.overtake(stream_of(reported.concern), [&] {
        is_said = wait_for(still_worried(at.safelead(), teacher, at.command(), reported.reference,
                                         "It happened again at the heronry."))
                      .has_value();
    });
    workspace.read_words();
    EXPECT_TRUE(is_said);
    const auto found = wait_for(find_cases(at.safelead(), lead, {.typed = "heronry"})).value();
    EXPECT_TRUE(std::ranges::any_of(found.cases,
                                    [&](const auto& one) { return one.it->reference == opened.reference; }));
    at.restart();
}

}  // namespace
}  // namespace safelead::app
