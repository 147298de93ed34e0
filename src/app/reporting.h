#pragma once

#include "app/carry_out.h"
#include "app/report_concern.h"

#include <functional>

namespace safelead::app {

/// What else is written with a report, in the same append.
using WriteAlso = std::function<Outcome<Done>(Writing& writing, const record::ConcernId& concern)>;

/// By what a report is sent, where nobody is signed in.
struct Sending {
    std::string whose;  ///< Whose command it is.
    record::SentBySystem by;
    /// Whether it may be sent: asked as it is decided and not before, for a report that was kept already is
    /// answered though somebody whom it names has left since.
    std::function<Outcome<Done>()> may;
};

/// As report_concern, on the word of `reporter`.
[[nodiscard]] Later<Outcome<Reported>> report_concern_by(Safelead& safelead, const Actor& reporter,
                                                         const CommandId& command, Report report,
                                                         Sending sending);

/// As report_concern.
[[nodiscard]] Later<Outcome<Reported>> report_concern_and(Safelead& safelead, const Actor& actor,
                                                          const CommandId& command, Report report,
                                                          WriteAlso also);

}  // namespace safelead::app
