#pragma once

// A case that is closed to somebody, opened by them because it could not wait: for a night, with a reason,
// seen at once by the head and the coordinator, and looked at afterwards. docs/adr/0183.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "directory/forced_opening.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

/// Opens it and gives its reference. Where there is no such case, where they are kept out of it by name or it
/// went past them, and where it does not open, the answer is the same. Whoever may read it anyway is given
/// its reference and nothing is written.
[[nodiscard]] Later<Outcome<record::Reference>> open_by_force(Safelead& safelead, const Actor& actor,
                                                              const CommandId& command, std::string reference,
                                                              std::string why);

/// What they may know of one: the coordinator where and when, the school's own also who; which case only
/// whoever may read it.
struct OpeningShown {
    OpeningId id;
    std::string school;
    std::string who;
    Instant at{};
    std::optional<record::Reference> of;
    std::optional<directory::OpeningReview> review;
    std::string reviewed_by;
    bool may_review = false;
};

/// The newest first.
[[nodiscard]] Outcome<std::vector<OpeningShown>> openings(Safelead& safelead, const Actor& actor);

/// How many nobody has looked at yet, of those that they may look at, or are the coordinator of.
[[nodiscard]] std::size_t openings_to_look_at(Safelead& safelead, const Actor& actor);

/// `words` is of no child.
[[nodiscard]] Later<Outcome<Done>> review_opening(Safelead& safelead, const Actor& actor,
                                                  const CommandId& command, const OpeningId& opening,
                                                  directory::OpeningJudged judged, std::string words);

}  // namespace safelead::app
