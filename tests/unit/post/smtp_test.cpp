#include "post/smtp.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>

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
    EXPECT_EQ(carrier->carry(three_mails(), {}), std::vector{Sent::later}) << "the first is always tried";
}

TEST(SmtpCarrier, SaysOfEachMailWhatBecameOfItWhileThereIsTime)
{
    const auto carrier = smtp_carrier(nowhere(), {"safelead@partnership.example", ""});
    EXPECT_EQ(carrier->carry(three_mails(), {}), std::vector<Sent>(3, Sent::later));
}

/// A mail server that lets everybody in and never says a word.
class SilentServer {
public:
    SilentServer() : number_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
    {
        address_.sin_family = AF_INET;
        address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::socklen_t size = sizeof address_;
        auto* name = reinterpret_cast<::sockaddr*>(&address_);
        EXPECT_EQ(::bind(number_, name, size), 0);
        EXPECT_EQ(::listen(number_, 10), 0);
        EXPECT_EQ(::getsockname(number_, name, &size), 0);
    }
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;
    ~SilentServer() { ::close(number_); }

    [[nodiscard]] std::uint16_t port() const { return ntohs(address_.sin_port); }

    /// Whether somebody comes within half a minute.
    [[nodiscard]] bool is_visited() const
    {
        ::pollfd visitor{number_, POLLIN, 0};
        return ::poll(&visitor, 1, 30'000) == 1;
    }

private:
    ::sockaddr_in address_{};
    int number_;
};

TEST(SmtpCarrier, GivesUpTheMailUnderWayOnceItIsOver)
{
    const SilentServer server;
    SmtpPlace place;
    place.host = "127.0.0.1";
    place.port = server.port();
    place.connect_time = 60s;
    const auto carrier = smtp_carrier(place, {"safelead@partnership.example", ""});
    std::stop_source over;
    auto carried =
        std::async(std::launch::async, [&] { return carrier->carry(three_mails(), over.get_token()); });
    EXPECT_TRUE(server.is_visited());
    over.request_stop();
    ASSERT_EQ(carried.wait_for(30s), std::future_status::ready) << "and does not wait its minute out";
    EXPECT_TRUE(carried.get().empty()) << "nobody knows what became of the first";
}

TEST(SmtpCarrier, BeginsNoMailOnceItIsOver)
{
    std::stop_source over;
    over.request_stop();
    const auto carrier = smtp_carrier(nowhere(), {"safelead@partnership.example", ""});
    EXPECT_TRUE(carrier->carry(three_mails(), over.get_token()).empty());
}

}  // namespace
}  // namespace safelead::post
