#pragma once

// Learning by oneself: a guide, then made-up situations to decide before the advice is shown. Without an
// account nothing is kept; somebody signed in may keep how it went.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "decision/beside.h"
#include "learning/topic.h"

#include <map>
#include <string>

namespace safelead::app {

struct OpenShelf;

/// The route that was chosen in each situation, by the situation's id.
using Chosen = std::map<std::string, std::string, std::less<>>;

/// How often each went; what is no situation or no route is left out.
struct HowItWent {
    int same = 0;
    int higher = 0;
    int lower = 0;
    int of = 0;  ///< Situations that there are.
    [[nodiscard]] int done() const { return same + higher + lower; }
};
[[nodiscard]] HowItWent how_it_went(Safelead& safelead, const Chosen& chosen);

/// The topic that can be learnt by oneself here; null if there is none, or nothing to decide.
[[nodiscard]] const learning::Topic* self_led_topic(Safelead& safelead, const OpenShelf& shelf);

/// On the actor's own record, as e-learning, with which content it was.
[[nodiscard]] Later<Outcome<Done>> keep_self_led(Safelead& safelead, const OpenShelf& shelf,
                                                 const Actor& actor, const CommandId& command,
                                                 const Chosen& chosen);

}  // namespace safelead::app
