#pragma once

#include "post/mail.h"

#include <span>
#include <vector>

namespace safelead::test {

/// Keeps the mail that it is given, and answers as it is told to.
class MailBag final : public post::Carrier {
public:
    std::vector<post::Sent> carry(std::span<const post::Mail> mail, const std::stop_token&) override
    {
        taken.insert(taken.end(), mail.begin(), mail.end());
        return std::vector<post::Sent>(mail.size(), answer);
    }

    std::vector<post::Mail> taken;
    post::Sent answer = post::Sent::sent;
};

}  // namespace safelead::test
