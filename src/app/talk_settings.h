#pragma once

// Who answers young people at one school, and when: set by its lead or head.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/report_concern.h"
#include "app/safelead.h"
#include "base/later.h"
#include "directory/talk_hours.h"

#include <optional>
#include <vector>

namespace safelead::app {

struct TalkSettings {
    std::optional<directory::TalkHours> hours;  ///< As they were set; nothing while it is off.
    bool is_on = false;  ///< Otherwise nobody can begin to write: it is off, or nobody named may answer.
    std::vector<StaffMember> may_answer;  ///< Whose roles let them, by name.
    std::size_t open_conversations = 0;
};
[[nodiscard]] Outcome<TalkSettings> talk_settings(Safelead& safelead, const Actor& actor);

[[nodiscard]] Later<Outcome<Done>> set_talk_hours(Safelead& safelead, const Actor& actor,
                                                  const CommandId& command, directory::TalkHours hours);

[[nodiscard]] Later<Outcome<Done>> stop_talk(Safelead& safelead, const Actor& actor,
                                             const CommandId& command);

}  // namespace safelead::app
