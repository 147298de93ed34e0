// Two modules that know nothing of each other say what an address is: whom one adds, the other can write to.

#include "directory/partnership.h"
#include "post/mail.h"

#include <gtest/gtest.h>

namespace safelead {
namespace {

TEST(MailAddress, OfWhoeverIsAddedIsOneThatMailGoesTo)
{
    for (int byte = 0; byte < 256; ++byte) {
        const auto c = static_cast<char>(byte);
        for (const auto& address :
             {std::string{"a"} + c + "b@c.example", std::string{"a@b"} + c + "c.example"})
            EXPECT_EQ(directory::reaches_by_mail(address), post::is_address(address)) << byte;
    }
    for (const auto* other : {"", "@", "a@", "@b", "a@b"})
        EXPECT_EQ(directory::reaches_by_mail(other), post::is_address(other)) << other;
}

}  // namespace
}  // namespace safelead
