#include "web/pages/record_page.h"

#include <gmock/gmock.h>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

/// A wall clock that always shows UTC.
class PlainZone final : public directory::Zone {
public:
    [[nodiscard]] directory::LocalTime local(Instant instant) const override
    {
        const auto day = std::chrono::floor<std::chrono::days>(instant);
        return {{Date{day}, std::chrono::floor<std::chrono::minutes>(instant - day)}, 0min, false};
    }
    [[nodiscard]] Instant instant(directory::WallTime wall) const override
    {
        return std::chrono::sys_days{wall.date} + wall.time;
    }
};

const Instant new_year{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

std::string page_with(std::vector<app::EpochShown> epochs)
{
    RecordShown shown;
    shown.proof = app::RecordProof{OrganisationId{"oakfield-high"},
                                   "safelead/oakfield-high/0011223344556677/2",
                                   120,
                                   "root",
                                   "note",
                                   "key",
                                   {},
                                   std::move(epochs)};
    return record_page(Speaker{english}, PlainZone{}, shown).bytes();
}

TEST(RecordPage, TellsWhenTheEndWasLostAndWhyAndHowMuch)
{
    const auto html = page_with(
        {{OrganisationId{"oakfield-high"}, 2, new_year, "The disk broke & was thrown away.", 118, 114}});
    EXPECT_THAT(html, HasSubstr("When the end of the record was lost"));
    EXPECT_THAT(html, HasSubstr("1 January 2026"));
    EXPECT_THAT(html, HasSubstr("The disk broke &amp; was thrown away."));
    EXPECT_THAT(html, HasSubstr("118"));
    EXPECT_THAT(html, HasSubstr("Entries that were lost"));
    EXPECT_THAT(html, HasSubstr("Number of the epoch that began"));
    EXPECT_THAT(html, HasSubstr("Whoever runs the server"));
    EXPECT_THAT(html, Not(HasSubstr("but they were others")));
    EXPECT_THAT(page_with({{OrganisationId{"oakfield-high"}, 2, new_year, "Another copy.", 118, 118}}),
                HasSubstr("but they were others"));
}

TEST(RecordPage, SaysThatNothingWasLostWhereNothingWas)
{
    EXPECT_THAT(page_with({}), HasSubstr("Never."));
}

}  // namespace
}  // namespace safelead::web
