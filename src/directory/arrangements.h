#pragma once

// How a child is referred in an area, and how long each part may take there: data of
// guidance/local/<area>/front-doors.json and timescales.json.

#include "directory/contact.h"
#include "directory/working_time.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::directory {

/// On what an arrangement rests, and when a person last looked.
struct Grounds {
    std::vector<Provenance> sources;  ///< At least one.
    std::optional<Date> seen_on;      ///< When the source was read. Not a check.
    std::optional<Date> verified_on;  ///< When a person checked it.
    Date review_by;

    bool operator==(const Grounds&) const = default;
};

/// A way in to an agency.
struct FrontDoor {
    std::string id;
    std::string name;
    std::string when;  ///< For whom and for what.
    ContactId contact;
    std::optional<ContactId> otherwise;  ///< Who answers when that one does not.
    std::vector<std::string> steps;
    std::vector<std::string> say;  ///< What they will ask for; may be empty.
    Grounds grounds;

    bool operator==(const FrontDoor&) const = default;
};

struct Timescale {
    std::string id;
    std::string what;  ///< What has to have happened.
    std::string who;   ///< Whose duty it is.
    Deadline deadline;
    std::string counted_from;  ///< "the telephone call"
    std::string step;          ///< The pack's step that this is the local time for; empty if none.
    Grounds grounds;
    std::string clock = {};  ///< Of a referral, one of `referral_clocks` (referral_clock.h); empty if none.

    bool operator==(const Timescale&) const = default;
};

/// One step of the ladder on which agencies settle what they do not agree on.
struct Rung {
    std::string id;
    std::string words;
    std::string who;                   ///< Between whom; empty: nobody has said.
    std::optional<Deadline> deadline;  ///< Nothing: no source that was read gives it one.
    Grounds grounds;
    std::string named = {};  ///< Who that is in the area, by name or post; empty: nobody has named them.

    bool operator==(const Rung&) const = default;
};

/// Where an area has no ladder of its own: two steps, the project's, checked by nobody. Their ids begin with
/// "plain-".
[[nodiscard]] std::span<const Rung> plain_ladder();
[[nodiscard]] bool is_plain(const Rung& rung);

struct Arrangements {
    std::string area;
    std::vector<FrontDoor> front_doors;
    std::vector<Timescale> timescales;
    std::vector<Rung> ladder = {};  ///< From the first step up.

    /// The area's own time for a step; null where it has none.
    [[nodiscard]] const Timescale* time_for(std::string_view step) const;

    bool operator==(const Arrangements&) const = default;
};

[[nodiscard]] std::string checked_words(const Grounds& grounds, Date today);

/// "seen, leedsscp.org.uk; general knowledge, 999 is …"
[[nodiscard]] std::string words(const std::vector<Provenance>& sources);

}  // namespace safelead::directory
