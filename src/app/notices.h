#pragma once

// Telling people by mail that something waits: a report nobody has read, a task of theirs that is overdue, a
// young person who waits for an answer, a referral to answer, one that was answered, one that nobody answers
// (app/referral_waits.h). The mail says that something waits and no more (post/mail.h); whoever wants none
// gets none, and that is so until they ask for it.
//
// What waits is worked out from the record each time, so nothing is lost with the queue; what somebody was
// told of already, and mail that could not leave yet, are passing things (docs/formats/passing.md).

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "post/mail.h"

#include <cstddef>

namespace safelead::app {

/// What they asked for.
[[nodiscard]] directory::Notices notices_of(Safelead& safelead, const Actor& actor);
[[nodiscard]] Later<Outcome<Done>> set_notices(Safelead& safelead, const Actor& actor,
                                               const CommandId& command, directory::Notices notices);

/// Puts a mail in the queue for everybody who wants one and for whom something waits of which they were not
/// told: at most one in a quarter of an hour for each person. Gives how many. Called by a timer.
/// @throws what was wrong with the first organisation that could not be served (Unavailable where its record
/// can't be read): the others were served before.
std::size_t queue_notices(Safelead& safelead);

struct MailCarried {
    std::size_t sent = 0;
    std::size_t tried_later = 0;
    std::size_t refused = 0;   ///< For good.
    std::size_t given_up = 0;  ///< After many tries.
};

/// Gives what is due to `carrier`, and keeps what it could not take, or not before it was `over`. Called by a
/// timer.
MailCarried carry_mail(Safelead& safelead, post::Carrier& carrier, const std::stop_token& over = {});

}  // namespace safelead::app
