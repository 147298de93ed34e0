#pragma once

// Concerns, as those whose work they are see them. One that somebody may not read is not in any list or count
// that they are shown.

#include "app/actor.h"
#include "app/names.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "app/window.h"
#include "base/later.h"

#include <memory>
#include <vector>

namespace safelead::app {

/// Concerns that wait: in no case.
struct Inbox {
    std::vector<std::shared_ptr<const record::Concern>> concerns;  ///< In the window, the soonest first.
    std::size_t in_all = 0;
    std::size_t unread = 0;  ///< Of all of them.
    Names names;
    std::size_t stopped = 0;  ///< Streams of this organisation that do not open: the page says so, loudly.
};
[[nodiscard]] Outcome<Inbox> inbox(Safelead& safelead, const Actor& actor, Window window = {});

struct ListedCase {
    std::shared_ptr<const record::Case> it;
    bool sign_off_awaited = false;
};

struct CaseList {
    std::vector<ListedCase> cases;  ///< In the window: open ones, the soonest first, then closed ones, the
                                    ///< newest first.
    std::size_t in_all = 0;
    Names names;
    std::size_t stopped = 0;  ///< As in an Inbox.
};
[[nodiscard]] Outcome<CaseList> list_cases(Safelead& safelead, const Actor& actor, Window window = {});

struct ConcernView {
    std::shared_ptr<const record::Concern> it;
    std::shared_ptr<const record::Case> in;  ///< The case it is in, if it is in one that they may read.
    Names names;
    bool may_settle = false;
    bool may_see_reads = false;
    std::vector<std::shared_ptr<const record::Case>>
        open_cases;  ///< That it may be joined to; if `may_settle`. The newest hundred.
    std::vector<std::shared_ptr<const record::Case>> same_child;  ///< Others that a child in it is in.
};

/// Opens a concern to read it. That somebody whose work it is has read it is kept before it is shown, and
/// each reading of it, as with a case.
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
