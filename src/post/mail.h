#pragma once

// Mail that says that something waits, and nothing else. There is no field for more: a name, a category or a
// school can't stand in it, whatever calls this.

#include "base/time.h"

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::post {

struct Mail {
    std::string to;  ///< An address.
    std::string id;  ///< Random or a digest: the same when it is sent again, so that a receiver can tell.
    Instant at{};    ///< When something began to wait, to the minute at most.
};

/// Who writes, and where readers sign in.
struct Sender {
    std::string from;  ///< An address.
    std::string link;  ///< https://…; empty: the mail has none.
};

/// What became of a mail.
enum class Sent {
    sent,
    later,  ///< Nobody took it now: to be tried again.
    never,  ///< It was refused for good.
};

/// One @ with something on either side, printable ASCII without spaces, angle brackets and the like, at most
/// 254.
[[nodiscard]] bool is_address(std::string_view address);

/// The whole message, with CRLF line ends.
[[nodiscard]] std::string message_of(const Mail& mail, const Sender& sender);

/// Takes mail away.
class Carrier {
public:
    Carrier() = default;
    Carrier(const Carrier&) = delete;
    Carrier& operator=(const Carrier&) = delete;
    virtual ~Carrier() = default;

    /// An answer for each, in order, as far as the time went: the first is always tried, and of those at the
    /// end that have no answer none is known to have left. Once it is `over` no other is begun, and the one
    /// under way is given up within seconds. Takes minutes: not for threads that answer requests.
    [[nodiscard]] virtual std::vector<Sent> carry(std::span<const Mail> mail,
                                                  const std::stop_token& over) = 0;
};

/// When to try again after so many tries that came to nothing, from 1: soon, then ever later. Nothing: it is
/// given up, for what waits is seen on signing in.
[[nodiscard]] std::optional<Instant> next_try(int tries, Instant now);

}  // namespace safelead::post
