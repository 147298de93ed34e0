#include "post/smtp.h"

#include <gtest/gtest.h>

namespace safelead::post {
namespace {

using namespace std::chrono_literals;

/// Where nobody answers.
SmtpPlace nowhere()
{
    SmtpPlace place;
    place.host = "127.0.0.1";
    place.port = 1;
    place.connect_time = 1s;
    return place;
}

std::vector<Mail> three_mails()
{
    return std::vector<Mail>(3, Mail{"somebody@fennimore.example", "id", Instant{}});
}

TEST(SmtpCarrier, BeginsNoOtherMailWhenItsTimeIsUp)
{
    auto place = nowhere();
    place.batch_time = 0s;
    const auto carrier = smtp_carrier(place, {"safelead@partnership.example", ""});
    EXPECT_EQ(carrier->carry(three_mails()), std::vector{Sent::later}) << "the first is always tried";
}

TEST(SmtpCarrier, SaysOfEachMailWhatBecameOfItWhileThereIsTime)
{
    const auto carrier = smtp_carrier(nowhere(), {"safelead@partnership.example", ""});
    EXPECT_EQ(carrier->carry(three_mails()), std::vector<Sent>(3, Sent::later));
}

}  // namespace
}  // namespace safelead::post
