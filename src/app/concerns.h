#pragma once

// Concerns, as those whose work they are see them. One that somebody may not read is not in any list or count
// that they are shown.

#include "app/actor.h"
#include "app/names.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"

#include <memory>
#include <vector>

namespace safelead::app {

struct InboxCase {
    std::shared_ptr<const record::Case> it;
    int urgency = 0;
    std::size_t tasks_to_do = 0;
    bool sign_off_awaited = false;
};

struct Inbox {
    std::vector<std::shared_ptr<const record::Concern>>
        concerns;                         ///< Waiting or read, in no case: soonest first.
    std::vector<InboxCase> open_cases;    ///< Soonest first.
    std::vector<InboxCase> closed_cases;  ///< Newest first.
    Names names;
    std::size_t unread = 0;   ///< Of those in `concerns`.
    std::size_t stopped = 0;  ///< Streams of this organisation that do not open: the page says so, loudly.
};
[[nodiscard]] Outcome<Inbox> inbox(Safelead& safelead, const Actor& actor);

struct ConcernView {
    std::shared_ptr<const record::Concern> it;
    std::shared_ptr<const record::Case> in;  ///< The case it is in, if it is in one that they may read.
    Names names;
    bool may_settle = false;
    std::vector<std::shared_ptr<const record::Case>>
        open_cases;  ///< That it may be joined to; if `may_settle`.
    std::vector<std::shared_ptr<const record::Case>> same_child;  ///< Others that a child in it is in.
};

/// Opens a concern to read it. That somebody whose work it is has read it is kept before it is shown.
[[nodiscard]] Later<Outcome<ConcernView>> read_concern(Safelead& safelead, const Actor& actor,
                                                       const record::Reference& reference);

struct ConcernSettled {
    std::size_t taken_out = 0;
};
[[nodiscard]] Later<Outcome<ConcernSettled>> keep_without_case(Safelead& safelead, const Actor& actor,
                                                               const CommandId& command,
                                                               const record::Reference& reference,
                                                               std::string reason);

}  // namespace safelead::app
