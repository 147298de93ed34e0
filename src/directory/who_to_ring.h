#pragma once

// Who to ring now. Pure: the same contacts, holidays, moment and question give the same list.
//
// 1. Danger is 999, and 999 stands first at any hour.
// 2. For children's social care the line that answers now stands first: by day the duty team, out of hours
//    the emergency team. Where sources disagree whether the day line is open, both are given. Likewise
//    everywhere: what is certainly closed comes after the others, which keep the order of their file.
// 3. A contact of another area is never given, nor one for another audience.
// 4. What was once a number is not a Contact, so it can never be in the answer.

#include "directory/bank_holidays.h"
#include "directory/contact.h"
#include "directory/local_time.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::directory {

enum class Openness : std::uint8_t { open, sources_disagree, hours_not_known, closed };

[[nodiscard]] std::string_view openness_name(Openness openness);

/// Whether somebody answers at a moment, and until when that stays so.
struct Availability {
    Openness now = Openness::hours_not_known;
    std::optional<WallTime> closes;      ///< If open: when it next closes; nothing if it does not.
    std::optional<WallTime> next_opens;  ///< If not open: when it next certainly does; nothing if not known.

    bool operator==(const Availability&) const = default;
};

[[nodiscard]] Availability availability(const Contact& contact, const Contacts& contacts,
                                        const BankHolidays& holidays, WallTime at);

/// "Open now, until 5pm." · "Opens tomorrow at 9am." · "Its sources disagree about this hour: ring, and if
/// nobody answers ring the next." · "Its hours are not known."
[[nodiscard]] std::string words(const Availability& availability, WallTime at);

struct Asking {
    std::string area;          ///< "leeds"
    std::optional<Need> need;  ///< Nothing: everything that audience might need, most urgent first.
    Audience audience = Audience::staff;
};

struct ToRing {
    Contact contact;
    Need need;  ///< For what it stands in the list.
    Availability availability;
};

/// Who to ring, in the order to ring them. Each contact once.
[[nodiscard]] std::vector<ToRing> who_to_ring(const Contacts& contacts, const BankHolidays& holidays,
                                              WallTime at, const Asking& asking);

}  // namespace safelead::directory
