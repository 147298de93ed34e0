#pragma once

// Work that waits, over all open cases: today's list, who has how much, and handing it over. Only of cases
// that whoever looks may read.

#include "app/actor.h"
#include "app/names.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "record/case.h"

#include <memory>
#include <set>
#include <vector>

namespace safelead::app {

/// Whose a task is, for whoever looks at the list.
enum class Whose { own, passed_up, somebody_elses };

struct WaitingTask {
    std::shared_ptr<const record::Case> in;
    const record::Task* task;  ///< Of that case.
    Whose whose = Whose::somebody_elses;
    bool owner_is_away = false;  ///< Or has left: somebody has to take it over.
};

struct WaitingWork {
    std::vector<WaitingTask> tasks;  ///< The soonest due first.
    Names names;
    Instant now{};
};

/// All that waits to be done.
[[nodiscard]] Outcome<WaitingWork> waiting_work(Safelead& safelead, const Actor& actor);

/// What one lead has in hand.
struct Caseload {
    PersonId lead{""};
    std::string name;
    bool is_away = false;  ///< Or has left.
    std::size_t open_cases = 0;
    std::size_t sign_offs_awaited = 0;
    std::size_t tasks = 0;  ///< To do in those cases.
    std::size_t overdue = 0;
};

/// Everybody who has an open case that may be read, or could be given one.
[[nodiscard]] Outcome<std::vector<Caseload>> caseloads(Safelead& safelead, const Actor& actor);

struct HandedOver {
    std::size_t cases = 0;
    std::size_t tasks = 0;
    std::size_t left = 0;  ///< Cases that could not be handed over now: the actor may not change them.
    std::size_t taken_out = 0;
};

/// Hands all open cases of `from`, and the tasks given to them by name, to `to`. Each case is one append, so
/// what was handed over before something failed stays handed over, and sending it again goes on.
[[nodiscard]] Later<Outcome<HandedOver>> hand_over(Safelead& safelead, const Actor& actor,
                                                   const CommandId& command, const PersonId& from,
                                                   const PersonId& to, std::string why);

}  // namespace safelead::app
