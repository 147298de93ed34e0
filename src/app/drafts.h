#pragma once

// What somebody is typing, kept until it is sent: sealed, theirs alone, and there again after a time-out, a
// crash and a new sign-in.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::app {

/// How it is kept as a passing thing.
inline constexpr std::string_view draft_kind = "draft";

struct Draft {
    std::string form;  ///< Which form: "concern", "decision". The same form and case replaces the one before.
    std::optional<record::Reference> of;  ///< The case it belongs to: it is gone when the case is erased.
    std::vector<std::pair<std::string, std::string>> fields;
    Instant saved_at{};  ///< Set when it is saved.
    bool operator==(const Draft&) const = default;
};

/// TooMuch beyond the limits of Options. Survives the program being killed.
[[nodiscard]] Outcome<Done> save_draft(Safelead& safelead, const Actor& actor, Draft draft);

/// Likewise for somebody whose session has timed out while they were typing: the form they sent is kept for
/// them until they sign in again. NotThere if the session can't be known any more (a day after it began).
[[nodiscard]] Outcome<Done> save_draft_after_time_out(Safelead& safelead, std::string_view session,
                                                      Draft draft);

[[nodiscard]] std::optional<Draft> draft(Safelead& safelead, const Actor& actor, std::string_view form,
                                         const std::optional<record::Reference>& of = std::nullopt);

/// What may be kept of typing that nobody has signed in for yet: without what carries data. Nothing of it
/// beyond the limits of Options, or where it names no form.
[[nodiscard]] std::optional<Draft> fit_to_keep(const Parts& parts, Draft draft);

void forget_draft(Safelead& safelead, const Actor& actor, std::string_view form,
                  const std::optional<record::Reference>& of = std::nullopt);

}  // namespace safelead::app
