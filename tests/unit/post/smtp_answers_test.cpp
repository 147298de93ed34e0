#include "post/smtp_answers.h"

#include <gtest/gtest.h>

namespace safelead::post {
namespace {

/// As libcurl tells it: the greeting, a sender that is taken, and the receiver.
SmtpAnswers at_receiver()
{
    SmtpAnswers answers;
    answers.answered("220 mail.example ESMTP\r\n");
    answers.sent("EHLO safelead\r\n");
    answers.answered("250-mail.example\r\n");
    answers.answered("250 ENHANCEDSTATUSCODES\r\n");
    answers.sent("MAIL FROM:<safelead@partnership.example>\r\n");
    answers.answered("250 2.1.0 Ok\r\n");
    answers.sent("RCPT TO:<somebody@fennimore.example>\r\n");
    return answers;
}

bool is_over_after(SmtpAnswers answers, std::initializer_list<std::string_view> lines)
{
    for (const auto line : lines) answers.answered(line);
    answers.sent("QUIT\r\n");
    answers.answered("221 2.0.0 Bye\r\n");
    return answers.is_refused_for_good();
}

TEST(SmtpAnswers, AReceiverWhoIsNotThereIsRefusedForGood)
{
    EXPECT_TRUE(is_over_after(at_receiver(), {"550 5.1.1 <somebody@fennimore.example>: User unknown\r\n"}));
    EXPECT_TRUE(
        is_over_after(at_receiver(), {"550-5.1.1 There is no such account.\r\n", "550 5.1.1 Bye\r\n"}));
}

TEST(SmtpAnswers, WhatIsSaidOfTheSenderIsTriedAgain)
{
    for (const auto* refusal :
         {"550 5.7.60 SMTP; Client does not have permissions to send as this sender\r\n",
          "554 5.7.1 Relay access denied\r\n", "550 relay not permitted\r\n", "550\r\n"})
        EXPECT_FALSE(is_over_after(at_receiver(), {refusal})) << refusal;
    EXPECT_FALSE(is_over_after(at_receiver(), {"550-5.7.26 Not authenticated.\r\n", "550 5.7.26 See\r\n"}));
    EXPECT_FALSE(is_over_after(at_receiver(), {"450 4.2.1 Mailbox busy\r\n"}));
}

TEST(SmtpAnswers, ARefusedSenderIsTriedAgainWhateverItsCode)
{
    SmtpAnswers answers;
    answers.answered("220 mail.example ESMTP\r\n");
    answers.sent("MAIL FROM:<safelead@partnership.example>\r\n");
    EXPECT_FALSE(is_over_after(answers, {"550 5.1.8 Sender address rejected: Domain not found\r\n"}));
}

TEST(SmtpAnswers, AMailThatIsRefusedItselfIsRefusedForGoodUnlessByPolicy)
{
    auto answers = at_receiver();
    answers.answered("250 2.1.5 Ok\r\n");
    answers.sent("DATA\r\n");
    answers.answered("354 End data with <CR><LF>.<CR><LF>\r\n");
    EXPECT_FALSE(is_over_after(answers, {"554 5.7.1 Message rejected as spam\r\n"}));
    EXPECT_TRUE(is_over_after(answers, {"552 5.2.2 Mailbox full\r\n"}));
    EXPECT_FALSE(is_over_after(answers, {"250 2.0.0 Ok: queued\r\n"}));
}

}  // namespace
}  // namespace safelead::post
