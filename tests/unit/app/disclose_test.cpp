// One entry given away, and why another is not.

#include "app/disclose.h"

#include "app/proof.h"
#include "support/failing_store.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using test::PracticePartnership;

const OrganisationId partnership{"partnership"};

/// A disk that gives one entry back changed.
class ChangedEntry final : public test::StoreInFront {
public:
    ChangedEntry(ledger::EntryStore& behind, OrganisationId organisation, ledger::LogPosition changed)
        : StoreInFront{behind}, organisation_{std::move(organisation)}, changed_{changed}
    {
    }

    std::vector<ledger::StoredEntry> read(const OrganisationId& organisation, ledger::LogPosition after,
                                          std::size_t limit) const override
    {
        auto entries = StoreInFront::read(organisation, after, limit);
        for (auto& entry : entries)
            if (organisation == organisation_ && entry.log_position == changed_)
                entry.bytes.back() ^= std::byte{1};
        return entries;
    }

private:
    OrganisationId organisation_;
    ledger::LogPosition changed_;
};

class Disclosing : public testing::Test {
protected:
    Result<std::string, NotDisclosed> disclose(const OrganisationId& organisation, std::uint64_t position)
    {
        return wait_for(disclose_entry(at.safelead(), organisation, position, "For the court, order 7."));
    }

    std::vector<ledger::StoredEntry> all(const OrganisationId& organisation)
    {
        return at.entries().read(organisation, ledger::LogPosition::start, 100'000);
    }

    std::uint64_t count(const OrganisationId& organisation) { return all(organisation).size(); }

    std::ptrdiff_t views(const OrganisationId& organisation)
    {
        return std::ranges::count_if(
            all(organisation), [](const auto& entry) { return entry.stream.text().starts_with("views/"); });
    }

    PracticePartnership at;
    OrganisationId school = at.actor("lead@fennimore.example").organisation;
};

TEST_F(Disclosing, IsKeptInTheLogThatTheEntryIsIn)
{
    for (const auto& organisation : {school, partnership}) {
        const auto before = views(organisation);
        const auto given = disclose(organisation, 2);
        ASSERT_TRUE(given);
        EXPECT_NE(given->find(R"("organisation":")" + std::string{organisation.text()}), std::string::npos);
        EXPECT_NE(given->find(R"("position":2)"), std::string::npos);
        EXPECT_EQ(views(organisation), before + 1);
        at.restart();
        EXPECT_EQ(at.actor("lead@fennimore.example").organisation, school) << "the directory opens";
    }
}

TEST_F(Disclosing, SaysThatThereIsNoSuchOrganisationOrEntryAndWritesNothing)
{
    EXPECT_EQ(disclose(OrganisationId{"nobody"}, 1).error(), NotDisclosed{NoSuchLog{}});
    for (const auto& organisation : {school, partnership}) {
        const auto entries = count(organisation);
        EXPECT_EQ(disclose(organisation, 0).error(), NotDisclosed{NoSuchEntry{entries}});
        EXPECT_EQ(disclose(organisation, entries + 1).error(), NotDisclosed{NoSuchEntry{entries}});
        EXPECT_EQ(count(organisation), entries);
    }
}

TEST_F(Disclosing, SaysThatAnEntryDoesNotOpen)
{
    const auto reported = at.report();
    const auto entries = all(school);
    const auto of_report =
        std::ranges::find(entries, "concern/" + std::string{reported.concern.text()},
                          [](const ledger::StoredEntry& entry) { return std::string{entry.stream.text()}; });
    ASSERT_NE(of_report, entries.end());
    ChangedEntry changed{at.entries(), school, of_report->log_position};
    at.restart_on(changed);
    const auto given = disclose(school, ledger::number(of_report->log_position));
    EXPECT_EQ(given.error(), NotDisclosed{EntryDoesNotOpen{}});
    EXPECT_TRUE(has_log(at.safelead(), school));
    EXPECT_FALSE(has_log(at.safelead(), OrganisationId{"nobody"}));
    at.restart();
}

}  // namespace
}  // namespace safelead::app
