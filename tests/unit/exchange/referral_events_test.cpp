#include "exchange/referral_events.h"

#include "support/every_record_event.h"

#include <gtest/gtest.h>

#include <set>

namespace safelead::exchange {
namespace {

TEST(ReferralEvents, AreReadBackAsTheyWereWritten)
{
    std::set<std::size_t> alternatives;
    for (const auto& event : tests::every_referral_event()) {
        alternatives.insert(event.index());
        const auto bytes = to_event_bytes(event);
        const auto read = referral_event(*decode(encode(bytes)));
        ASSERT_TRUE(read.has_value()) << bytes.type << " " << read.error().field;
        EXPECT_EQ(*read, event) << bytes.type;
    }
    EXPECT_EQ(alternatives.size(), std::variant_size_v<record::ReferralEvent>);
}

}  // namespace
}  // namespace safelead::exchange
